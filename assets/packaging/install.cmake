# What `cmake --install` puts where a desktop looks for it, and the Debian package that `cpack` makes of the same.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)  # the tests are no part of it: what is to be installed has been built before
set(packaging ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${made})

# The program writes its manual and the completions of the shells from its own parser.
set(manual "\"$1\" --manual > engram.1 && gzip -9nf engram.1")
set(completions "\"$1\" --completions $2 > engram.$2")
add_custom_command(TARGET engram POST_BUILD WORKING_DIRECTORY ${made}
  COMMAND sh -c ${manual} sh $<TARGET_FILE:engram>
  COMMAND sh -c ${completions} sh $<TARGET_FILE:engram> bash
  COMMAND sh -c ${completions} sh $<TARGET_FILE:engram> zsh
  COMMAND sh -c ${completions} sh $<TARGET_FILE:engram> fish
  COMMENT "Writing manual and completions" VERBATIM)

install(TARGETS engram DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${made}/engram.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${packaging}/engram.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${packaging}/engram.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo RENAME invalid.engram.engram.metainfo.xml)
install(FILES ${packaging}/engram.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME engram.xml)
install(FILES ${packaging}/engram.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
foreach(size 16 24 32 48 64 128 256)
  install(FILES ${packaging}/icons/${size}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME engram.png)
endforeach()
install(FILES ${made}/engram.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME engram)
install(FILES ${made}/engram.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# Debian's zsh looks below /usr in a folder of its own; everywhere else in the usual one.
install(CODE "
  set(folder ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL /usr AND EXISTS /etc/debian_version)
    set(folder ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  endif()
  file(INSTALL DESTINATION \${CMAKE_INSTALL_PREFIX}/\${folder} TYPE FILE RENAME _engram FILES \"${made}/engram.zsh\")")
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# ---- the package: `cpack` in the build folder -----------------------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Engram authors")
set(CPACK_PACKAGE_CONTACT "The Engram authors <noreply@engram.invalid>")  # a name that is kept for nobody: there is no address yet
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "laboratory for associative memories")
set(CPACK_PACKAGE_DESCRIPTION
"Published models of associative memory, running live: their energy landscapes,
trajectories and hidden neurons in one window, for lectures, for exploring,
and for figures that go into a paper as they are. A command line runs, sweeps
and draws the same models without a display.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is looked for at run time, so that no library says so: OpenGL drivers, EGL for figures without a display, typefaces.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgl1-mesa-dri, libegl-mesa0, fonts-inter, fonts-jetbrains-mono, fonts-dejavu-core, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ffmpeg, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS qt6-wayland)

# What is new, for people and as Debian asks for it; the date is that of the release in the metainfo.
file(READ ${packaging}/engram.metainfo.xml metainfo)
if(NOT metainfo MATCHES "<release version=\"${PROJECT_VERSION}\" date=\"([0-9-]+)\"")
  message(FATAL_ERROR "engram.metainfo.xml has no dated release ${PROJECT_VERSION}")
endif()
set(released ${CMAKE_MATCH_1})
find_program(DPKG dpkg)
if(DPKG)
  execute_process(COMMAND date --utc --rfc-email --date ${released} OUTPUT_VARIABLE released
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${made}/changelog.Debian "engram (${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n
  * Made from the sources of this version; changelog.gz says what is new.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${released}\n")
  configure_file(${CMAKE_SOURCE_DIR}/CHANGELOG.md ${made}/changelog COPYONLY)
  execute_process(COMMAND gzip -9nf changelog changelog.Debian WORKING_DIRECTORY ${made} COMMAND_ERROR_IS_FATAL ANY)
  install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
include(CPack)
