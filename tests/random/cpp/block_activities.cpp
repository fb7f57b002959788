#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

Coro<Ended> leave_loop(Frame&, const Node&) { co_return Ended{{}, {Flow::Kind::leave_loop}}; }
Coro<Ended> leave_body(Frame&, const Node& op) { co_return Ended{{}, {Flow::Kind::leave_body, op[1].number()}}; }

Coro<Ended> loop(Frame& frame, const Node& op) {
  for (int turn = 0; turn < op[1].number(); ++turn) {
    const Flow flow = co_await run_block(frame, op[2]);
    if (flow) co_return Ended{{}, flow.after_loop()};
  }
  co_return Ended();
}

Coro<Flow> with_handlers(Frame& frame, const Node& block, const Node& handlers) {
  const Result<Flow> result = co_await capture(run_block(frame, block));
  if (!result.exception()) co_return result.value();
  const std::optional<Flow> flow = co_await handle(frame, result.exception(), handlers);
  if (!flow) std::rethrow_exception(result.exception());
  co_return *flow;
}

Coro<Ended> try_block(Frame& frame, const Node& op) {
  const Result<Flow> result = co_await capture(with_handlers(frame, op[1], op[2]));
  co_await run_block(frame, op[3]);
  co_return Ended{{}, result.value()};
}

using Split = std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>>;

Split split(const ExceptionGroup& group, const std::string& kind) {
  if (kind == "ValueError") return group.split<std::invalid_argument>();
  if (kind == "LookupError") return group.split<std::out_of_range>();
  if (kind == "TimeoutError") return group.split<TimeoutError>();
  return group.split<std::exception>();
}

/// `except* kind`: tells what it takes. \throws the rest
void handle_group(const Frame& frame, const std::exception_ptr& error, const std::string& kind) {
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    const auto [match, rest] = split(group, kind);
    if (match) frame.trace("handled " + describe(std::make_exception_ptr(*match)));
    if (rest) throw *rest;
  } catch (...) {
    if (!matches(kind, error)) throw;
    frame.trace("handled " + describe(std::make_exception_ptr(ExceptionGroup("", {error}))));
  }
}

Coro<Ended> try_star(Frame& frame, const Node& op) {
  const Result<Flow> result = co_await capture(run_block(frame, op[1]));
  if (!result.exception()) co_return Ended{{}, result.value()};
  handle_group(frame, result.exception(), op[2].text());
  co_return Ended();
}

template <class CM>
Coro<Ended> with_object(Frame& frame, std::shared_ptr<CM> manager, const Node& block) {
  const Flow flow = co_await with(*manager, [&frame, &block] { return run_block(frame, block); });
  co_return Ended{{}, flow};
}

Coro<Ended> with_primitive(Frame& frame, const Node& op) {
  if (const auto lock = find(frame.world.locks, op[1])) return with_object(frame, lock, op[2]);
  if (const auto semaphore = find(frame.world.semaphores, op[1])) return with_object(frame, semaphore, op[2]);
  if (const auto barrier = find(frame.world.barriers, op[1])) return with_object(frame, barrier, op[2]);
  return with_object(frame, find(frame.world.conditions, op[1]), op[2]);
}

template <class L>
Coro<Ended> hold(Frame& frame, std::shared_ptr<L> lock, const Node& block) {
  const auto guard = co_await lock->scoped_lock();
  const Flow flow = co_await run_block(frame, block);
  co_return Ended{{}, flow};
}

Coro<Ended> scoped(Frame& frame, const Node& op) {
  if (const auto lock = find(frame.world.locks, op[1])) return hold(frame, lock, op[2]);
  if (const auto semaphore = find(frame.world.semaphores, op[1])) return hold(frame, semaphore, op[2]);
  return hold(frame, find(frame.world.conditions, op[1]), op[2]);
}

Coro<Ended> within(Frame& frame, std::string name, std::shared_ptr<Timeout> deadline, const Node& block) {
  frame.world.timeouts[name] = deadline;
  const auto body = [&frame, &block] { return run_block(frame, block); };
  const Result<Flow> result = co_await capture(with(*deadline, body));
  frame.trace(name + " expired " + text_of(deadline->expired()));
  co_return Ended{{}, result.value()};
}

Coro<Ended> within_timeout(Frame& frame, const Node& op) {
  auto deadline = std::make_shared<Timeout>(timeout(duration(op[2])));
  return within(frame, op[1].text(), std::move(deadline), op[3]);
}

Coro<Ended> within_timeout_at(Frame& frame, const Node& op) {
  auto deadline = std::make_shared<Timeout>(timeout_at(moment(op[2])));
  return within(frame, op[1].text(), std::move(deadline), op[3]);
}

Coro<Ended> group(Frame& frame, const Node& op) {
  auto target = std::make_shared<TaskGroup>();
  frame.world.groups[op[1].text()] = target;
  const Flow flow = co_await with(*target, [&frame, &block = op[2]] { return run_block(frame, block); });
  co_return Ended{{}, flow};
}

}  // namespace

Activities block_activities() {
  return {{"break", leave_loop}, {"return", leave_body},      {"loop", loop},
          {"try", try_block},    {"try_star", try_star},      {"with", with_primitive},
          {"scoped", scoped},    {"timeout", within_timeout}, {"timeout_at", within_timeout_at},
          {"group", group}};
}
