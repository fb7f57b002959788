#include <asyncio/asyncio.hpp>
#include <new>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

Coro<void> nap(Duration delay, int& count) {
  co_await sleep(delay);
  ++count;
}

Coro<void> failing(Duration delay) {
  co_await sleep(delay);
  throw std::invalid_argument("a text that needs memory of its own");
}

Coro<void> leave_a_group() {
  int count = 0;
  const auto body = [&](TaskGroup& group) -> Coro<void> {
    for (int i = 1; i <= 3; ++i) group.create_task(nap(std::chrono::seconds(i), count));
    co_return;
  };
  co_await with(TaskGroup(), body);
  require(count == 3, "a group waits for all its tasks");
}

Coro<void> fail_in_a_group() {
  int count = 0;
  const auto body = [&](TaskGroup& group) -> Coro<void> {
    group.create_task(nap(10s, count));
    group.create_task(failing(1s));
    group.create_task(failing(1s));
    co_await sleep(20s);
  };
  try {
    co_await with(TaskGroup(), body);
  } catch (const ExceptionGroup& group) {
    // One of the errors may be the fault's.
    if (group.subgroup<std::bad_alloc>()) throw;
    require(group.exceptions().size() == 2 && count == 0, "both errors, and the third task is cancelled");
    co_return;
  }
  throw Wrong("the group fails");
}

struct CancelledGroup {
  int count = 0;
  Coro<void> holder() {
    const auto body = [this](TaskGroup& group) -> Coro<void> {
      group.create_task(nap(10s, count));
      co_return;
    };
    co_await with(TaskGroup(), body);
  }
  Coro<void> main() {
    auto task = create_task(holder());
    co_await sleep(1s);
    task.cancel();
    const auto result = co_await capture(task);
    require_error<CancelledError>(result, "the group is cancelled");
    require(count == 0, "and its task with it");
  }
};

Coro<void> end_a_group() {
  int count = 0;
  const auto body = [&](TaskGroup& group) -> Coro<void> {
    group.create_task(nap(10s, count));
    co_await sleep(1s);
    group.cancel();
    co_await sleep(1s);
  };
  co_await with(TaskGroup(), body);
  require(count == 0, "the group has ended itself");
}

Coro<void> split_a_group() {
  std::vector<std::exception_ptr> errors;
  errors.push_back(std::make_exception_ptr(std::invalid_argument("a text that needs memory of its own")));
  errors.push_back(std::make_exception_ptr(TimeoutError("another text that needs memory of its own")));
  const ExceptionGroup group("a message that needs memory of its own", std::move(errors));
  const auto [match, rest] = group.split<TimeoutError>();
  require(match && rest && match->leaves().size() == 1 && rest->leaves().size() == 1, "both halves of a group");
  co_return;
}

/// Notes on the way out that it was left.
struct Noting {
  int* left;
  Coro<int> aenter() { co_return 1; }
  Coro<bool> aexit(std::exception_ptr) {
    ++*left;
    co_return false;
  }
};

Coro<void> unwind_a_stack() {
  Lock lock;
  int left = 0;
  const auto body = [&](AsyncExitStack& stack) -> Coro<void> {
    co_await stack.enter(Noting{&left});
    co_await lock.acquire();
    stack.push_async_callback([&]() -> Coro<void> {
      lock.release();
      co_return;
    });
    co_await stack.enter(timeout(10s));
    co_await sleep(1s);
  };
  co_await with(AsyncExitStack(), body);
  require(left == 1 && !lock.locked(), "what was entered is left");
}

/// Whatever fails, who comes next finds what was entered left.
Coro<void> leave_what_was_entered() {
  Lock lock;
  Semaphore semaphore(1);
  const auto hold = [&]() -> Coro<void> {
    const auto inner = []() -> Coro<void> { co_await sleep(1s); };
    const auto outer = [&]() -> Coro<void> { co_await with(semaphore, inner); };
    co_await with(lock, outer);
  };
  const auto held = co_await capture(hold());
  require(!lock.locked() && !semaphore.locked(), "what was entered is left");
  held.value();
}

}  // namespace

const std::vector<Scenario>& group_scenarios() {
  static const std::vector<Scenario> all = {
      {"TaskGroup", lonely<leave_a_group>},
      {"TaskGroup in which tasks fail", lonely<fail_in_a_group>},
      {"TaskGroup that is cancelled", lonely<CancelledGroup>},
      {"TaskGroup that ends itself", lonely<end_a_group>},
      {"ExceptionGroup", lonely<split_a_group>},
      {"AsyncExitStack", lonely<unwind_a_stack>},
      {"with()", lonely<leave_what_was_entered>},
  };
  return all;
}
