# `cmake -P`: which compilers core/compiler.cmake refuses, and what it says.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../../core/compiler.cmake)

# The compiler, its version, the system, and what the refusal says.
set(cases
  "GNU|10.2.1|Linux|this is GNU 10.2.1: c++"
  "GNU|11.3.0|Linux|"
  "Clang|14.0.6|Linux|this is Clang 14.0.6: c++"
  "Clang|15.0.6|Linux|"
  "Clang|22.0.0|Emscripten|"
  "AppleClang|14.0.3|Darwin|this is AppleClang 14.0.3: c++"
  "AppleClang|15.0.0|Darwin|"
  "Intel|2021.1|Linux|knows no Intel 2021.1: c++"
  "MSVC|19.40|Windows|runs on Linux and other systems of POSIX"
)
set(CMAKE_CXX_COMPILER c++)
foreach(case IN LISTS cases)
  string(REPLACE "|" ";" fields "${case}")
  list(GET fields 0 CMAKE_CXX_COMPILER_ID)
  list(GET fields 1 CMAKE_CXX_COMPILER_VERSION)
  list(GET fields 2 CMAKE_SYSTEM_NAME)
  list(GET fields 3 wanted)
  string(COMPARE EQUAL ${CMAKE_SYSTEM_NAME} Windows WIN32)
  asyncio_refuse_toolchain(refused)
  string(FIND "${refused}" "${wanted}" place)
  if(place EQUAL -1 OR (wanted STREQUAL "" AND NOT refused STREQUAL ""))
    message(SEND_ERROR "${case}: says \"${refused}\"")
  elseif(refused MATCHES "\n")
    message(SEND_ERROR "${case}: more than a line: ${refused}")
  endif()
endforeach()
