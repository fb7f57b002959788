#pragma once

/// A conformance program under its name.
struct Program {
  const char* name;
  void (*run)();
};
extern const Program programs[];
extern const unsigned program_count;
