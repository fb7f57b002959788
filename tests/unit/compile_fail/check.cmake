# Compiles SOURCE twice: as it is, which must succeed without a warning, and with -DBAD, which must fail with the message
# that its first line expects, within five lines. Called by ctest: cmake -DCOMPILER=… -DFLAGS=… -DSOURCE=… -P check.cmake
cmake_minimum_required(VERSION 3.25)

file(STRINGS ${SOURCE} first_line LIMIT_COUNT 1)
if(NOT first_line MATCHES "^// expect: (.+)$")
  message(FATAL_ERROR "${SOURCE}: the first line must be '// expect: <regular expression>'")
endif()
set(expected "${CMAKE_MATCH_1}")
set(ENV{LC_ALL} C)
set(compile ${COMPILER} ${FLAGS} -fsyntax-only)

execute_process(COMMAND ${compile} ${SOURCE} RESULT_VARIABLE good OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(NOT good EQUAL 0)
  message(FATAL_ERROR "The good version does not compile:\n${text}")
endif()

execute_process(COMMAND ${compile} -DBAD ${SOURCE} RESULT_VARIABLE bad OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(bad EQUAL 0)
  message(FATAL_ERROR "The bad version compiles")
endif()
# Nobody reads on.
string(REGEX MATCH "^([^\n]*\n?[^\n]*\n?[^\n]*\n?[^\n]*\n?[^\n]*)" first_lines "${text}")
if(NOT first_lines MATCHES "${expected}")
  message(FATAL_ERROR "The first five lines of the bad version do not say '${expected}' but:\n${text}")
endif()
