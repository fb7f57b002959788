#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <span>

#include "check.hpp"

/// One case of a question: how much there is to do, and what must come of it. All contenders, in all languages, have it
/// of the question's question.json.
struct Case {
  /// What stands behind the benchmark's name: `gather/1000`.
  long arg;
  /// How many a run has.
  long operations;
  /// What a run computes if it is right.
  std::int64_t result;
  /// Whether it is there for tests: they look whether a benchmark still works, not how fast it is.
  bool small;

  static constexpr long no_arg = -1;

  /// A wrong result ends the program, before any time of it counts.
  void check(const benchmark::State& state, std::int64_t computed) const {
    if (computed != result) ::check(false, state.name().c_str());
  }
  void count(benchmark::State& state) const { state.SetItemsProcessed(state.iterations() * operations); }
};

/// The case that is asked at the moment.
inline const Case& case_of(std::span<const Case> cases, const benchmark::State& state) {
  std::size_t i = 0;
  if (cases.front().arg != Case::no_arg)
    while (cases[i].arg != state.range(0)) ++i;
  return cases[i];
}

/// Registers the cases that are not small; where the environment's BENCH_LARGEST says so, those with no larger
/// argument.
inline void ask_all(std::span<const Case> cases, benchmark::internal::Benchmark* benchmark) {
  const char* largest = std::getenv("BENCH_LARGEST");
  benchmark->Unit(benchmark::kMillisecond);
  for (const Case& asked : cases)
    if (asked.arg != Case::no_arg && (largest ? asked.arg <= std::atol(largest) : !asked.small))
      benchmark->Arg(asked.arg);
}

/// Times a whole computation, after a first one whose result is checked.
template <class Compute>
void timed(benchmark::State& state, const Case& asked, Compute compute) {
  asked.check(state, compute());
  for (auto _ : state) benchmark::DoNotOptimize(compute());
  asked.count(state);
}

/// Times what a computation wants timed of it: it begins with the clock stopped, and ends so.
template <class Compute>
void timed_in_part(benchmark::State& state, const Case& asked, Compute compute) {
  for (auto _ : state) {
    state.PauseTiming();
    asked.check(state, compute());
    state.ResumeTiming();
  }
  asked.count(state);
}
