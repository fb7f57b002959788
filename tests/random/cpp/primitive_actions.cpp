#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

/// Calls `f` with the lock, semaphore or condition of that name.
template <class F>
auto on_lock(const World& world, const Node& name, F f) {
  if (const auto lock = find(world.locks, name)) return f(*lock);
  if (const auto semaphore = find(world.semaphores, name)) return f(*semaphore);
  return f(*find(world.conditions, name));
}

std::string release(Frame& frame, const Node& op) {
  on_lock(frame.world, op[1], [](auto& lock) { lock.release(); });
  return {};
}

std::string locked(Frame& frame, const Node& op) {
  return text_of(on_lock(frame.world, op[1], [](auto& lock) { return lock.locked(); }));
}

std::string set(Frame& frame, const Node& op) {
  find(frame.world.events, op[1])->set();
  return {};
}

std::string clear(Frame& frame, const Node& op) {
  find(frame.world.events, op[1])->clear();
  return {};
}

std::string is_set(Frame& frame, const Node& op) { return text_of(find(frame.world.events, op[1])->is_set()); }

std::string notify(Frame& frame, const Node& op) {
  find(frame.world.conditions, op[1])->notify(static_cast<std::size_t>(op[2].number()));
  return {};
}

std::string notify_all(Frame& frame, const Node& op) {
  find(frame.world.conditions, op[1])->notify_all();
  return {};
}

std::string barrier_state(Frame& frame, const Node& op) {
  const auto barrier = find(frame.world.barriers, op[1]);
  return text_of(barrier->n_waiting()) + ' ' + text_of(barrier->broken());
}

std::string put_nowait(Frame& frame, const Node& op) {
  find(frame.world.queues, op[1])->put_nowait(op[2].number());
  return {};
}

std::string get_nowait(Frame& frame, const Node& op) { return text_of(find(frame.world.queues, op[1])->get_nowait()); }

std::string task_done(Frame& frame, const Node& op) {
  find(frame.world.queues, op[1])->task_done();
  return {};
}

std::string shutdown(Frame& frame, const Node& op) {
  find(frame.world.queues, op[1])->shutdown(op[2].number() != 0);
  return {};
}

std::string queue_state(Frame& frame, const Node& op) {
  const auto queue = find(frame.world.queues, op[1]);
  return std::to_string(queue->qsize()) + ' ' + text_of(queue->empty()) + ' ' + text_of(queue->full());
}

std::string reschedule(Frame& frame, const Node& op) {
  const auto timeout = find(frame.world.timeouts, op[1]);
  if (!timeout) return "nothing";
  const std::optional<Duration> delay = duration(op[2]);
  timeout->reschedule(delay ? std::optional(frame.world.loop->time() + *delay) : std::nullopt);
  return {};
}

}  // namespace

Actions primitive_actions() {
  return {{"release", release},
          {"locked", locked},
          {"set", set},
          {"clear", clear},
          {"is_set", is_set},
          {"notify", notify},
          {"notify_all", notify_all},
          {"barrier_state", barrier_state},
          {"put_nowait", put_nowait},
          {"get_nowait", get_nowait},
          {"task_done", task_done},
          {"shutdown", shutdown},
          {"queue_state", queue_state},
          {"reschedule", reschedule}};
}
