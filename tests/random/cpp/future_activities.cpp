#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

Coro<Ended> sleep_for(Frame&, const Node& op) {
  co_await sleep(*duration(op[1]));
  co_return Ended();
}

template <class F>
Coro<std::string> await_text(F future) {
  const auto& value = co_await future;
  co_return text_of(value);
}

Coro<Ended> await_slot(Frame& frame, const Node& op) {
  const Slot* slot = find_slot(frame, op[1]);
  if (!slot) co_return Ended{"nothing"};
  std::string text = co_await std::visit([](const auto& future) { return await_text(future); }, *slot);
  co_return Ended{std::move(text)};
}

Coro<Ended> call(Frame& frame, const Node& op) {
  const int value = co_await start(frame.world, op[1].number());
  co_return Ended{text_of(value)};
}

ReturnWhen return_when(const std::string& name) {
  if (name == "FIRST_COMPLETED") return FIRST_COMPLETED;
  return name == "FIRST_EXCEPTION" ? FIRST_EXCEPTION : ALL_COMPLETED;
}

Coro<Ended> wait_for_some(Frame& frame, const Node& op) {
  std::vector<AnyFuture> futures;
  for (const Node* slot : present(frame, op[3])) futures.push_back(any(*find_slot(frame, *slot)));
  WaitOptions options;
  options.timeout = duration(op[2]);
  options.return_when = return_when(op[1].text());
  const WaitResult<AnyFuture> result = co_await wait(futures, options);
  std::string text;
  std::vector<AnyFuture> seen;
  for (const AnyFuture& future : futures) {
    if (std::ranges::find(seen, future) != seen.end()) continue;
    seen.push_back(future);
    const bool done = std::ranges::find(result.done, future) != result.done.end();
    const bool pending = std::ranges::find(result.pending, future) != result.pending.end();
    text += done ? 'd' : pending ? 'p' : '?';
  }
  co_return Ended{std::move(text)};
}

template <class F>
Coro<std::string> wait_for_text(F future, std::optional<Duration> timeout) {
  const auto value = co_await asyncio::wait_for(std::move(future), timeout);
  co_return text_of(value);
}

Coro<Ended> wait_for_one(Frame& frame, const Node& op) {
  const std::optional<Duration> timeout = duration(op[1]);
  if (op[2].is_number()) {
    std::string text = co_await wait_for_text(start(frame.world, op[2].number()), timeout);
    co_return Ended{std::move(text)};
  }
  const Slot* slot = find_slot(frame, op[2]);
  if (!slot) co_return Ended{"nothing"};
  const auto waiting = [&](const auto& future) { return wait_for_text(future, timeout); };
  std::string text = co_await std::visit(waiting, *slot);
  co_return Ended{std::move(text)};
}

// as_completed().

/// An error of the one that has ended is told and passed over; others go on.
std::string text_of_next(const Result<int>& result) {
  if (result.exception() && !matches("Exception", result.exception())) std::rethrow_exception(result.exception());
  return text_of(result);
}

template <class A>
Coro<Ended> complete(const Frame& frame, std::vector<A> awaitables, AsCompletedOptions options, int limit) {
  int count = 0;
  for (auto next : as_completed(std::move(awaitables), options)) {
    const Result<int> result = co_await capture(std::move(next));
    frame.trace("completed " + text_of_next(result));
    if (++count == limit) break;
  }
  co_return Ended{text_of(count)};
}

std::string text_of_done(const Future<int>& future) {
  if (future.cancelled()) return "cancelled";
  return future.exception() ? text_of(Result<int>(future.exception())) : text_of(future.result());
}

template <class A>
Coro<Ended> complete_async(const Frame& frame, std::vector<A> awaitables, AsCompletedOptions options, int limit) {
  int count = 0;
  auto completed = as_completed(std::move(awaitables), options);
  while (auto future = co_await completed.next()) {
    frame.trace("completed " + text_of_done(*future));
    if (++count == limit) break;
  }
  co_return Ended{text_of(count)};
}

/// Calls `f` with the awaitables, which are all bodies or all slots.
template <class F>
Coro<Ended> with_awaitables(Frame& frame, const Node& op, F f) {
  std::vector<Coro<int>> bodies;
  std::vector<Future<int>> futures;
  for (const Node* awaitable : present(frame, op[2])) {
    if (awaitable->is_number()) {
      bodies.push_back(start(frame.world, awaitable->number()));
    } else {
      futures.push_back(number_future(*find_slot(frame, *awaitable)));
    }
  }
  AsCompletedOptions options;
  options.timeout = duration(op[1]);
  if (bodies.empty()) return f(frame, std::move(futures), options, op[3].number());
  return f(frame, std::move(bodies), options, op[3].number());
}

Coro<Ended> completed_plain(Frame& frame, const Node& op) {
  return with_awaitables(frame, op, [](const Frame& f, auto awaitables, AsCompletedOptions options, int limit) {
    return complete(f, std::move(awaitables), options, limit);
  });
}

Coro<Ended> completed_async(Frame& frame, const Node& op) {
  return with_awaitables(frame, op, [](const Frame& f, auto awaitables, AsCompletedOptions options, int limit) {
    return complete_async(f, std::move(awaitables), options, limit);
  });
}

}  // namespace

Activities future_activities() {
  return {{"sleep", sleep_for},
          {"await", await_slot},
          {"call", call},
          {"wait", wait_for_some},
          {"wait_for", wait_for_one},
          {"as_completed", completed_plain},
          {"as_completed_async", completed_async}};
}
