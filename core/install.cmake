# `find_package(asyncio)` and `pkg-config asyncio` for whoever installs the library.
include(CMakePackageConfigHelpers)

set(components asyncio)
if(TARGET asyncio_tls)
  list(APPEND components asyncio_tls)
endif()
install(TARGETS ${components} EXPORT asyncio-targets)
if(TARGET asyncio_ps)
  install(TARGETS asyncio_ps)
endif()
install(DIRECTORY include/asyncio DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# Who passes copies on has to pass it on, too.
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/asyncio)
install(EXPORT asyncio-targets NAMESPACE asyncio:: DESTINATION ${package_dir})
write_basic_package_version_file(asyncio-config-version.cmake COMPATIBILITY SameMinorVersion)
configure_file(asyncio-config.cmake.in asyncio-config.cmake @ONLY)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/asyncio-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/asyncio-config-version.cmake
  compiler.cmake
  DESTINATION ${package_dir})

foreach(component IN LISTS components)
  string(REPLACE _ - name ${component})
  configure_file(${name}.pc.in ${name}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
