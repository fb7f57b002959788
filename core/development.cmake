# How those who work on the library build it.
# Its sources and the tests are free of warnings; those who use it choose for themselves.
set(warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# What takes time is the headers: many sources a translation unit. The suite `package` compiles them one by one.
set(unity UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)

foreach(target asyncio asyncio_tls)
  if(NOT TARGET ${target})
    continue()
  endif()
  set_target_properties(${target} PROPERTIES ${unity})
  target_compile_options(${target} PRIVATE ${warnings})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Seen from the file that includes them all, what a source keeps to itself has no linkage.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endforeach()
