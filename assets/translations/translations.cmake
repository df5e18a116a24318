# `cmake --build build --target translations` brings the texts of the program into assets/translations/*.ts, to be translated with Qt
# Linguist or any editor.
find_program(LUPDATE lupdate HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)
file(GLOB translations CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.ts)
set(words ${CMAKE_BINARY_DIR}/words.cpp)
add_custom_target(translations WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM
  COMMAND sh -c "\"$1\" \"$2\" > \"$3\"" sh ${CMAKE_CURRENT_LIST_DIR}/words.sh $<TARGET_FILE:engram> ${words}
  COMMAND ${LUPDATE} -silent -no-obsolete -locations none -I . app ${words} -ts ${translations})
