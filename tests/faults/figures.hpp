#pragma once

#include <map>
#include <string>

/// What the run has tried, told at its end.
struct Figures {
  long scenarios = 0;
  long allocations = 0;
  /// By their names.
  std::map<std::string, long> system_calls;
};
Figures& figures();
