#include <cstdio>
#include <cstring>

#include "runner.hpp"

int main(int argc, char** argv) {
  for (unsigned i = 0; argc == 2 && i < program_count; ++i)
    if (std::strcmp(programs[i].name, argv[1]) == 0) return programs[i].run(), 0;
  std::fprintf(stderr, "usage: conformance NAME, one of:\n");
  for (unsigned i = 0; i < program_count; ++i) std::fprintf(stderr, "  %s\n", programs[i].name);
  return 2;
}
