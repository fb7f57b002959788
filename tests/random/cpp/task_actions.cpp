#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

TaskOptions options(const Node& eager) {
  TaskOptions result;
  if (eager.is_number()) result.eager_start = eager.number() != 0;
  return result;
}

std::string spawn(Frame& frame, const Node& op) {
  Task<int> task = create_task(start(frame.world, op[2].number()), options(op[3]));
  frame.world.slots[op[1].text()] = task;
  return {};
}

std::string group_spawn(Frame& frame, const Node& op) {
  const auto group = find(frame.world.groups, op[1]);
  if (!group) return "nothing";
  Task<int> task = group->create_task(start(frame.world, op[3].number()), options(op[4]));
  frame.world.slots[op[2].text()] = task;
  return {};
}

std::optional<std::string> message(const Node& text) {
  return text.is_text() ? std::optional<std::string>(text.text()) : std::nullopt;
}

std::string cancel(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  return slot ? text_of(any(*slot).cancel(message(op[2]))) : "nothing";
}

std::string cancel_self(Frame&, const Node& op) {
  const AnyTask task = current_task();
  task.cancel(message(op[1]));
  return text_of(task.cancelling());
}

std::string uncancel(Frame&, const Node&) { return text_of(current_task().uncancel()); }

std::string uncancel_other(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  return slot ? text_of(std::get<Task<int>>(*slot).uncancel()) : "nothing";
}

std::string future(Frame& frame, const Node& op) {
  frame.world.slots[op[1].text()] = get_running_loop().create_future<int>();
  return {};
}

std::string set_result(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  std::get<Future<int>>(*slot).set_result(op[2].number());
  return {};
}

std::string set_exception(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  std::get<Future<int>>(*slot).set_exception(make_error(op[2].text(), op[3].text()));
  return {};
}

std::string state(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  const AnyFuture target = any(*slot);
  const std::string text = target.cancelled() ? "cancelled" : target.done() ? "done" : "pending";
  const auto* task = std::get_if<Task<int>>(slot);
  return task ? text + ' ' + text_of(task->cancelling()) : text;
}

std::string result(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  return slot ? std::visit([](const auto& target) { return text_of(target.result()); }, *slot) : "nothing";
}

std::string exception(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  const std::exception_ptr error = any(*slot).exception();
  return error ? describe(error) : "None";
}

/// Looks at the error as soon as there is one, so that nobody reports it.
std::string retrieve(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  const auto look = [](const auto& target) {
    target.add_done_callback([](const auto& done) {
      if (!done.cancelled()) static_cast<void>(done.exception());
    });
  };
  std::visit(look, *slot);
  return {};
}

std::string on_done(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) return "nothing";
  const auto call = [&world = frame.world, &block = op[3]] { callback(world, block); };
  const auto add = [&](const auto& target) { return target.add_done_callback(call); };
  frame.world.callbacks[op[2].text()] = std::visit(add, *slot);
  return {};
}

std::string remove_done(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  const auto callback = frame.world.callbacks.find(op[2].text());
  if (!slot || callback == frame.world.callbacks.end()) return "nothing";
  return std::to_string(any(*slot).remove_done_callback(callback->second));
}

std::string count_tasks(Frame&, const Node&) { return std::to_string(all_tasks().size()); }

std::string raise(Frame&, const Node& op) { std::rethrow_exception(make_error(op[1].text(), op[2].text())); }

}  // namespace

Actions task_actions() {
  return {{"spawn", spawn},
          {"group_spawn", group_spawn},
          {"cancel", cancel},
          {"cancel_self", cancel_self},
          {"uncancel", uncancel},
          {"uncancel_other", uncancel_other},
          {"future", future},
          {"set_result", set_result},
          {"set_exception", set_exception},
          {"state", state},
          {"result", result},
          {"exception", exception},
          {"retrieve", retrieve},
          {"on_done", on_done},
          {"remove_done", remove_done},
          {"all_tasks", count_tasks},
          {"raise", raise}};
}
