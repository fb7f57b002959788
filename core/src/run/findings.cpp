#include "asyncio/findings.hpp"

#include <mutex>
#include <ostream>

#include "asyncio/log.hpp"
#include "run/find_mistakes.hpp"

namespace asyncio {
namespace {

/// What stands behind a word of a line, up to another; empty if the word is not there.
std::string_view behind(std::string_view line, std::string_view word, std::string_view end) {
  const std::size_t begin = line.find(word);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = line.substr(begin + word.size());
  return rest.substr(0, rest.find(end));
}

/// "main.cpp:7: RuntimeWarning: coroutine 'f' was never awaited"
void find_never_awaited(std::string_view line, std::vector<Finding>& found) {
  constexpr std::string_view warning = "RuntimeWarning: coroutine '";
  const std::size_t at = line.find(warning);
  if (at == std::string_view::npos || !line.ends_with("' was never awaited")) return;
  const std::string name(behind(line, warning, "'"));
  found.push_back({.title = "Coroutine never awaited",
                   .place = at > 2 ? std::string(line.substr(0, at - 2)) : std::string(),
                   .text = name + "(), which begins here, was called but never awaited, so none of it ran.",
                   .advice = "Write co_await " + name + "(…), or make a task of it by asyncio::create_task()."});
}

/// The line after "Task exception was never retrieved": "future: <Task finished name='a' … exception=…>"
void find_never_retrieved(std::string_view line, std::vector<Finding>& found) {
  const std::string name(behind(line, "name='", "'"));
  std::string_view error = behind(line, "exception=", "\n");
  if (error.ends_with('>')) error.remove_suffix(1);
  found.push_back({.title = "Exception never retrieved",
                   .place = {},
                   .text = (name.empty() ? "A future" : name) + " failed with " + std::string(error) +
                           ", and nobody has asked for its result.",
                   .advice = "Await the task, and catch what it throws; a TaskGroup does that for all of its tasks."});
}

void find_in_words(std::string_view said, std::vector<Finding>& found) {
  bool retrieved = true;
  while (!said.empty()) {
    const std::string_view line = said.substr(0, said.find('\n'));
    said.remove_prefix(std::min(said.size(), line.size() + 1));
    if (!retrieved) find_never_retrieved(line, found);
    retrieved = !line.ends_with(" exception was never retrieved");
    find_never_awaited(line, found);
  }
}

}  // namespace

std::vector<Finding> find_mistakes(std::string_view log, std::string_view said) {
  std::vector<Finding> found;
  find_in_words(said, found);
  for (Finding& finding : detail::MistakeFinder(log).find()) found.push_back(std::move(finding));
  return found;
}

void report_findings(const std::vector<Finding>& findings, std::ostream& out) {
  for (const auto& [title, place, text, advice] : findings) {
    out << (place.empty() ? "" : place + ": ") << title << "\n    " << text << "\n    " << advice << '\n';
  }
}

void report_findings(const EventLog& log, std::ostream& out) { report_findings(find_mistakes(log.bytes()), out); }

namespace detail {

struct FindingsWatch::State {
  explicit State(std::ostream& to) : out(to) {}
  std::ostream& out;
  EventLog log;
  std::mutex mutex;
  std::string said;
  LogHandler before;
  bool reported = false;
};

FindingsWatch::FindingsWatch(std::ostream& out) : state_(std::make_unique<State>(out)) {
  State& state = *state_;
  // The one before is known only afterwards; until begin() nothing is logged.
  state.before = set_log_handler({});
  set_log_handler([&state](LogLevel level, std::string_view text) {
    {
      const std::lock_guard lock(state.mutex);
      (state.said += text) += '\n';
    }
    state.before(level, text);
  });
}

FindingsWatch::~FindingsWatch() { set_log_handler(std::move(state_->before)); }

void FindingsWatch::begin(EventLoop& loop) { loop.set_observer(&state_->log.observer()); }

void FindingsWatch::report() {
  if (std::exchange(state_->reported, true)) return;
  report_findings(find_mistakes(state_->log.bytes(), state_->said), state_->out);
}

}  // namespace detail
}  // namespace asyncio
