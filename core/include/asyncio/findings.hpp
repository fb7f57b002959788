#pragma once

/// \file
/// `report_findings`: what a run shows of mistakes in how its tasks work together, as text. Not part of `asyncio.hpp`.

#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "asyncio/event_log.hpp"
#include "asyncio/runners.hpp"

namespace asyncio {

/// One thing that most often is a mistake.
struct Finding {
  /// "Loop blocked"
  std::string title;
  /// "main.cpp:12"; empty: not known.
  std::string place;
  /// One sentence in plain words, and a way to mend it.
  std::string text;
  std::string advice;
};

/// What a run shows. \param log bytes of an EventLog, or of a file that `ASYNCIO_TRACE` names; what is cut off, or no
/// log, shows nothing \param said what the library logged meanwhile, which tells of coroutines that were never awaited
/// and exceptions that were never retrieved
std::vector<Finding> find_mistakes(std::string_view log, std::string_view said = {});
/// Writes findings, three lines each.
void report_findings(const std::vector<Finding>& findings, std::ostream& out = std::cerr);
/// Writes what a log shows.
void report_findings(const EventLog& log, std::ostream& out = std::cerr);

namespace detail {

/// Records a run, and what the library says meanwhile.
class FindingsWatch {
 public:
  explicit FindingsWatch(std::ostream& out);
  FindingsWatch(const FindingsWatch&) = delete;
  FindingsWatch& operator=(const FindingsWatch&) = delete;
  ~FindingsWatch();

  void begin(EventLoop& loop);
  /// Writes what was found, once.
  void report();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace detail

/// Runs a program as run() does, and writes at its end what it shows: `int main() { asyncio::report_findings(program);
/// }` instead of `asyncio::run(program())`. The latest events of the run are kept in memory meanwhile.
/// \param program a coroutine function without parameters \returns, \throws what run() does
template <class F>
  requires std::invocable<F&>
auto report_findings(F program, RunOptions options = {}, std::ostream& out = std::cerr) {
  detail::require_no_running_loop();
  detail::FindingsWatch watch(out);
  Runner runner(options);
  watch.begin(runner.get_loop());
  try {
    if constexpr (std::is_void_v<typename decltype(program())::value_type>) {
      runner.run(program());
      runner.close();
      watch.report();
    } else {
      auto result = runner.run(program());
      runner.close();
      watch.report();
      return result;
    }
  } catch (...) {
    runner.close_and_log();
    watch.report();
    throw;
  }
}

}  // namespace asyncio
