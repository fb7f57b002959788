# The C++ peers, out of Debian's packages; those that are not installed are left out. `npm run bench` installs them and asks
# for them by name: who builds everything does not wait for Asio's headers.
find_package(Threads REQUIRED)

function(add_peer name)
  add_contender(${name} ${ARGN})
  set_target_properties(bench_${name} echo_${name} PROPERTIES EXCLUDE_FROM_ALL ON)
endfunction()

find_path(ASIO_INCLUDE_DIR asio.hpp)
if(ASIO_INCLUDE_DIR)
  add_library(asio_library STATIC EXCLUDE_FROM_ALL contenders/asio/library.cpp)
  target_compile_features(asio_library PUBLIC cxx_std_20)
  # That this Clang has coroutines, Debian 12's Asio does not see by itself.
  target_compile_definitions(asio_library PUBLIC ASIO_SEPARATE_COMPILATION
    $<$<CXX_COMPILER_ID:Clang>:ASIO_HAS_CO_AWAIT ASIO_HAS_STD_COROUTINE>)
  target_include_directories(asio_library SYSTEM PUBLIC ${ASIO_INCLUDE_DIR})
  target_link_libraries(asio_library PUBLIC Threads::Threads)
  add_peer(asio asio_library)
  add_peer(asio_callbacks asio_library)
endif()

find_path(UV_INCLUDE_DIR uv.h)
find_library(UV_LIBRARY uv)
if(UV_INCLUDE_DIR AND UV_LIBRARY)
  add_library(uv_library INTERFACE)
  target_include_directories(uv_library SYSTEM INTERFACE ${UV_INCLUDE_DIR})
  target_link_libraries(uv_library INTERFACE ${UV_LIBRARY})
  add_peer(libuv uv_library)
endif()
