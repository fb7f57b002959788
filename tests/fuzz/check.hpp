#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the process unless the condition holds: libFuzzer keeps the input that led there.
#define CHECK(condition)                                                           \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)
