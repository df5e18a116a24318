# Embeds assets/ and shaders/ into a target: one assembler file with .incbin, one table. A changed file is assembled again.
# Translations are embedded as lrelease compiles them: assets/translations/engram_de.ts as engram_de.qm.
function(engram_embed target)
  find_program(LRELEASE lrelease HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} REQUIRED)
  file(GLOB_RECURSE files RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/assets/*.json ${CMAKE_SOURCE_DIR}/assets/*.csv ${CMAKE_SOURCE_DIR}/assets/*.svg
    ${CMAKE_SOURCE_DIR}/assets/*.safetensors
    ${CMAKE_SOURCE_DIR}/assets/*.toml ${CMAKE_SOURCE_DIR}/assets/lectures/*.md
    ${CMAKE_SOURCE_DIR}/assets/packaging/icons/*.png
    ${CMAKE_SOURCE_DIR}/shaders/*.glsl ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag
    ${CMAKE_SOURCE_DIR}/shaders/*.comp
    ${CMAKE_SOURCE_DIR}/core/*.md)
  file(GLOB translations RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/translations/*.ts)
  foreach(translation ${translations})
    string(REGEX REPLACE "ts$" "qm" compiled ${translation})
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/${compiled} DEPENDS ${CMAKE_SOURCE_DIR}/${translation}
      COMMAND ${LRELEASE} -silent ${CMAKE_SOURCE_DIR}/${translation} -qm ${CMAKE_BINARY_DIR}/${compiled} VERBATIM)
    list(APPEND files ${compiled})
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/assets/translations)
  list(SORT files)
  set(assembly "    .section .rodata\n")
  set(externs "")
  set(rows "")
  set(index 0)
  set(paths "")
  foreach(file ${files})
    set(path ${CMAKE_SOURCE_DIR}/${file})
    if(file MATCHES "\\.qm$")
      set(path ${CMAKE_BINARY_DIR}/${file})
    endif()
    string(APPEND assembly "    .global engram_asset_${index}\n    .global engram_asset_end_${index}\nengram_asset_${index}:\n    .incbin \"${path}\"\nengram_asset_end_${index}:\n    .byte 0\n")
    string(APPEND externs "extern const char engram_asset_${index}[], engram_asset_end_${index}[];\n")
    string(APPEND rows "    {\"${file}\", engram_asset_${index}, engram_asset_end_${index}},\n")
    list(APPEND paths ${path})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/assets.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/assets.cpp CONTENT "#include \"core/base/asset_table.h\"\nextern \"C\" {\n${externs}}\nnamespace engram {\nconst EmbeddedAsset kAssets[] = {\n${rows}};\nconst int kAssetCount = ${index};\n}\n" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/assets.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/assets.S ${CMAKE_BINARY_DIR}/assets.cpp)
endfunction()
