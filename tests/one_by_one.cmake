# What the preset `dev` builds, for one test to be built, run and debugged: as little as can be is compiled after a change, and
# linked. All of it is built only when it is asked for, by the file's name: `unit_NAME`, `conformance_NAME`.
foreach(target asyncio asyncio_tls)
  set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
endforeach()
find_program(ASYNCIO_LLD ld.lld)
if(ASYNCIO_LLD)
  add_link_options(-fuse-ld=lld)
endif()

add_subdirectory(unit)
add_subdirectory(conformance)
