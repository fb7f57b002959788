#include "run/find_mistakes.hpp"

#include <algorithm>
#include <array>

namespace asyncio::detail {
namespace {

constexpr double blocked_ms = 100;
constexpr double endless_ms = 1000;
constexpr double long_hold_ms = 3000;
constexpr std::size_t fewest_left = 50;

std::string in_time(double ms) {
  if (ms < 1000) return std::to_string(static_cast<long>(ms)) + " ms";
  return std::to_string(static_cast<long>(ms / 1000)) + '.' + std::to_string(static_cast<long>(ms / 100) % 10) + " s";
}

}  // namespace

std::vector<Finding> MistakeFinder::find() {
  Record event{};
  while (log_.next(event)) add(event);
  for (const auto& [id, resource] : resources_) look_at_queue(*resource);
  return std::move(found_);
}

void MistakeFinder::tell(std::string title, std::string place, std::string text, std::string advice) {
  if (!told_.insert(title + (place.empty() ? text : place)).second) return;
  found_.push_back({std::move(title), std::move(place), std::move(text), std::move(advice)});
}

std::string MistakeFinder::name(std::uint32_t task) const {
  const auto found = tasks_.find(task);
  return found == tasks_.end() ? "another task" : found->second.name;
}

void MistakeFinder::add(const Record& event) {
  Task* const task = tasks_.contains(event.subject) ? &tasks_[event.subject] : nullptr;
  switch (event.kind) {
    case RecordKind::created:
      return create(event);
    case RecordKind::used:
      return use(event);
    case RecordKind::step_begin:
      steps_.push_back({event.subject, event.time_ms, 0, task ? task->at : std::string()});
      if (task) task->begun = true;
      return;
    case RecordKind::step_end:
      return end_step(event);
    case RecordKind::renamed:
      if (task) task->name = log_.text(event.values[0]);
      return;
    default:
      break;
  }
  if (!task) return;
  if (event.kind == RecordKind::suspended) suspend(event);
  if (event.kind == RecordKind::woken) wake(event);
  if (event.kind == RecordKind::cancel_requested) request_cancel(event);
  if (event.kind == RecordKind::done) end_task(event);
}

void MistakeFinder::create(const Record& event) {
  const auto [name, parent, coroutine, place] = event.values;
  Task task;
  task.name = log_.text(name);
  task.made = task.at = log_.place(place);
  task.librarys = place == 0 && log_.text(coroutine).starts_with("asyncio::");
  if (parent == 0 && !task.librarys && (main_ == 0 || main_returned_)) {
    main_ = event.subject;
    main_returned_ = false;
  }
  tasks_[event.subject] = std::move(task);
}

void MistakeFinder::use(const Record& event) {
  const auto act = static_cast<ResourceAct>(event.detail);
  const std::uint32_t id = event.values[0];
  if (act == ResourceAct::joined) {
    if (const auto whole = resources_.find(event.values[1]); whole != resources_.end()) resources_[id] = whole->second;
  } else if (act == ResourceAct::destroyed) {
    if (const auto gone = resources_.find(id); gone != resources_.end()) look_at_queue(*gone->second);
    resources_.erase(id);
  } else {
    ResourceRef& known = resources_[id];
    const auto kind = static_cast<ResourceKind>(event.small);
    if (!known || act == ResourceAct::made) known = std::make_shared<Resource>(Resource{.kind = kind});
    if (act == ResourceAct::awaited) next_resource_ = known;
    // What is done to a part is not done to the whole.
    if (kind == known->kind) apply(event, known);
  }
}

void MistakeFinder::apply(const Record& event, const ResourceRef& resource) {
  auto& holders = resource->holders;
  switch (static_cast<ResourceAct>(event.detail)) {
    case ResourceAct::acquired:
      holders.push_back(event.subject);
      count_lock(*resource, event.subject, 1);
      return;
    case ResourceAct::released:
      release(*resource, event.subject);
      return;
    case ResourceAct::put:
      ++resource->puts;
      resource->put_at = log_.place(event.values[2]);
      resource->level = event.values[1];
      return;
    case ResourceAct::taken:
      resource->level = event.values[1];
      return;
    default:
      return;
  }
}

/// A permit may be given back by another than took it: then it is the oldest's.
void MistakeFinder::release(Resource& resource, std::uint32_t task) {
  auto& holders = resource.holders;
  if (holders.empty()) return;
  const auto own = std::find(holders.begin(), holders.end(), task);
  const auto given_back = own == holders.end() ? holders.begin() : own;
  count_lock(resource, *given_back, -1);
  holders.erase(given_back);
}

void MistakeFinder::count_lock(const Resource& resource, std::uint32_t task, int by) {
  const auto holder = tasks_.find(task);
  if (resource.kind == ResourceKind::lock && holder != tasks_.end()) holder->second.locks += by;
}

std::string MistakeFinder::label(Resource& resource) {
  constexpr std::array names{"lock", "semaphore", "condition", "event", "queue", "barrier"};
  if (resource.number == 0) resource.number = ++numbers_[resource.kind];
  const auto kind = std::min(static_cast<std::size_t>(resource.kind), names.size() - 1);
  return names[kind] + (" #" + std::to_string(resource.number));
}

void MistakeFinder::end_step(const Record& event) {
  if (steps_.empty()) return;
  const Step step = std::move(steps_.back());
  steps_.pop_back();
  const double all = event.time_ms - step.begin;
  if (!steps_.empty()) steps_.back().inner += all;
  const double took = all - step.inner;
  const auto task = tasks_.find(step.task);
  if (took < blocked_ms || task == tasks_.end()) return;
  tell(took >= endless_ms ? "Task that does not yield" : "Loop blocked", step.from,
       task->second.name + " computed for " + in_time(took) + " after this line, and nothing else could run.",
       "Divide the work by co_await asyncio::sleep(0s), or hand it to a thread with asyncio::to_thread().");
}

void MistakeFinder::suspend(const Record& event) {
  Task& task = tasks_[event.subject];
  task.what = log_.text(event.values[0]);
  task.at = log_.place(event.values[2]);
  task.since = event.time_ms;
  task.waits = true;
  task.resource = std::exchange(next_resource_, nullptr);
  ++task.wait_count;
  ++task.waits_at[task.at];
}

void MistakeFinder::wake(const Record& event) {
  Task& holder = tasks_[event.subject];
  holder.waits = false;
  // Most hold none: not each wake-up is worth a look at all tasks.
  if (holder.resource || holder.locks == 0) return;
  for (const auto& [id, waiter] : tasks_) {
    if (!waiter.waits || !waiter.resource || waiter.resource->kind != ResourceKind::lock) continue;
    const auto& holders = waiter.resource->holders;
    if (std::find(holders.begin(), holders.end(), event.subject) == holders.end()) continue;
    const double together = event.time_ms - std::max(waiter.since, holder.since);
    if (together < long_hold_ms) continue;
    tell("Lock held across a long wait", holder.at,
         holder.name + " held " + label(*waiter.resource) + " while it waited here for " + holder.what + ", and for " +
             in_time(together) + ' ' + waiter.name + " could not go on.",
         "Hold the lock only while what it guards is read or changed.");
  }
}

void MistakeFinder::request_cancel(const Record& event) {
  Task& task = tasks_[event.subject];
  const std::uint32_t by = event.values[0];
  if (by != 0 && task.waits && task.cancelled_at < 0) {
    task.cancelled_at = task.wait_count;
    task.cancelled_place = task.at;
    task.cancelled_by = by;
  }
  if (by != 0 || !steps_.empty()) return;
  if (task.waits && task.resource && task.resource->kind == ResourceKind::lock) tell_of_lock(task);
  if (!main_returned_ || task.librarys) return;
  const bool middle = task.waits && task.what == "sleep" && task.waits_at[task.at] == 1;
  if (task.begun && !middle) return;
  tell("Task still pending at exit", task.made,
       task.name + ", made here, " + (task.begun ? "was in the middle of its work" : "had not even begun") +
           " when the program's main coroutine returned, and was cancelled.",
       "Await it before the end, or cancel() it and await that.");
}

void MistakeFinder::tell_of_lock(const Task& task) {
  const auto& holders = task.resource->holders;
  const auto holder = holders.empty() ? tasks_.end() : tasks_.find(holders.front());
  if (holder == tasks_.end() || !(holder->second.ended || holder->second.waits)) return;
  const Task& other = holder->second;
  tell("A wait that nothing can end", task.at,
       task.name + " waited here for " + label(*task.resource) + " up to the end of the run; " + other.name +
           (other.ended ? " took it and ended without giving it back."
                        : " holds it, and waits for " + other.what + " itself."),
       "Take locks by co_await lock.scoped_lock(), and in the same order everywhere.");
}

void MistakeFinder::end_task(const Record& event) {
  Task& task = tasks_[event.subject];
  task.ended = true;
  task.waits = false;
  const bool returned = event.detail == static_cast<std::uint8_t>(Outcome::returned);
  if (event.subject == main_) main_returned_ = returned;
  if (!returned || task.cancelled_at < 0 || task.wait_count == task.cancelled_at) return;
  tell("Cancellation swallowed", task.cancelled_place,
       task.name + " was cancelled by " + name(task.cancelled_by) +
           " while it waited here, but caught that, waited again and returned.",
       "Let asyncio::CancelledError pass: clean up, then throw it again.");
}

void MistakeFinder::look_at_queue(const Resource& queue) {
  if (queue.level < fewest_left || queue.level < queue.puts / 2) return;
  tell("A queue that only grows", queue.put_at,
       "Of " + std::to_string(queue.puts) + " items that were put into a queue here, " + std::to_string(queue.level) +
           " were left at the end.",
       "Give it a bound, so that put() waits until there is room; or let more tasks take from it.");
}

}  // namespace asyncio::detail
