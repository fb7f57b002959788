# Which compilers and systems the library is built with; asyncio-config.cmake asks, too, as the headers need what the library needs.

# Sets `result` to why the compiler in use cannot build it, in one line; to nothing if it can.
function(asyncio_refuse_toolchain result)
  set(${result} "" PARENT_SCOPE)
  set(needed "asyncio needs g++ 11 or newer, or clang 15 or newer (16 with libc++)")
  set(what "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}: ${CMAKE_CXX_COMPILER}")
  set(how "choose another by -DCMAKE_CXX_COMPILER=…")
  if(WIN32)
    set(${result} "asyncio runs on Linux and other systems of POSIX; this is ${CMAKE_SYSTEM_NAME}" PARENT_SCOPE)
  elseif(NOT EMSCRIPTEN AND NOT CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang|AppleClang)$")
    set(${result} "${needed}, and knows no ${what}; ${how}" PARENT_SCOPE)
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 11
      OR CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
    set(${result} "${needed}; this is ${what}; ${how}" PARENT_SCOPE)
  elseif(NOT CMAKE_SCRIPT_MODE_FILE AND NOT EMSCRIPTEN)
    # A new compiler may have an old library; Emscripten brings its own.
    include(CheckCXXSourceCompiles)
    set(CMAKE_CXX_STANDARD 20)
    set(CMAKE_CXX_STANDARD_REQUIRED ON)
    check_cxx_source_compiles("
      #include <coroutine>
      #include <source_location>
      int main() { return std::source_location::current().line() == 0 || !std::suspend_never().await_ready(); }
    " ASYNCIO_LIBRARY_IS_NEW)
    if(NOT ASYNCIO_LIBRARY_IS_NEW)
      # Asked again when another one may be there.
      unset(ASYNCIO_LIBRARY_IS_NEW CACHE)
      set(${result} "${needed}; ${what} finds a standard library without <coroutine> or <source_location>; ${how}" PARENT_SCOPE)
    endif()
  endif()
endfunction()
