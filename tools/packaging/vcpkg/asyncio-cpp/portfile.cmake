# An overlay port, made of the tree that it lies in. In a registry of ports vcpkg_from_git() would bring the tree.
get_filename_component(SOURCE_PATH "${CURRENT_PORT_DIR}/../../../.." ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS features FEATURES tls ASYNCIO_WITH_TLS)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}" OPTIONS ${features})
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME asyncio CONFIG_PATH lib/cmake/asyncio)
vcpkg_fixup_pkgconfig()

# Once is enough, and vcpkg has a place of its own for licences.
file(REMOVE_RECURSE
  "${CURRENT_PACKAGES_DIR}/debug/include"
  "${CURRENT_PACKAGES_DIR}/debug/share"
  "${CURRENT_PACKAGES_DIR}/share/doc"
)
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(WRITE "${CURRENT_PACKAGES_DIR}/share/${PORT}/usage" "\
asyncio-cpp for CMake:

    find_package(asyncio CONFIG REQUIRED)
    target_link_libraries(main PRIVATE asyncio::asyncio) # asyncio::tls with the feature tls
")
