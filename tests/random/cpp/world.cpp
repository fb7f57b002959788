#include "world.hpp"

#include <algorithm>
#include <cstdio>

#include "texts.hpp"

using namespace asyncio;

namespace {

/// After so many operations each one fails: programs multiply.
constexpr int budget = 1500;

long long milliseconds(TimePoint time) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

}  // namespace

World::World(const Node& program) : program_(program) {
  for (const Node& object : program[0]) make_object(object);
}

void World::make_object(const Node& object) {
  const std::string& name = object[0].text();
  const std::string& kind = object[1].text();
  const auto size = [&] { return static_cast<std::size_t>(object[2].number()); };
  if (kind == "lock") locks[name] = std::make_shared<Lock>();
  if (kind == "semaphore") semaphores[name] = std::make_shared<Semaphore>(object[2].number());
  if (kind == "bounded") semaphores[name] = std::make_shared<BoundedSemaphore>(object[2].number());
  if (kind == "condition") {
    const bool shares = object[2].is_text();
    conditions[name] = shares ? std::make_shared<Condition>(*find(locks, object[2])) : std::make_shared<Condition>();
  }
  if (kind == "event") events[name] = std::make_shared<Event>();
  if (kind == "barrier") barriers[name] = std::make_shared<Barrier>(object[2].number());
  if (kind == "queue") queues[name] = std::make_shared<Queue<int>>(size());
  if (kind == "lifo") queues[name] = std::make_shared<LifoQueue<int>>(size());
  if (kind == "priority") queues[name] = std::make_shared<PriorityQueue<int>>(size());
  if (kind == "variable") variables[name] = std::make_shared<ContextVar<int>>(name);
}

std::string World::label(const char* kind, int index) {
  return kind[0] + (index < 0 ? std::string() : std::to_string(index)) + '.' + std::to_string(++numbers_[kind]);
}

void World::step() {
  if (++steps_ > budget) throw std::runtime_error("budget");
}

void World::line(const std::string& text) { lines_ += std::to_string(milliseconds(loop->time())) + ' ' + text + '\n'; }

void World::report(const ExceptionContext& context) {
  // Only if the end of run() was no end.
  if (context.message.starts_with("Task was destroyed")) return;
  const std::string text =
      report_text(context.message) + (context.exception ? ' ' + describe(context.exception) : std::string());
  if (text.find("never retrieved") == text.npos) {
    line("report " + text);
  } else if (program_[3].number() != 0) {
    // When that is noticed is, in Python, up to the garbage collector.
    reports_.push_back(text);
  }
}

void World::end(bool with_reports) {
  slots.clear();
  handles.clear();
  generators.clear();
  groups.clear();
  timeouts.clear();
  std::sort(reports_.begin(), reports_.end());
  if (with_reports)
    for (const std::string& report : reports_) lines_ += report + '\n';
  std::fputs(lines_.c_str(), stdout);
}
