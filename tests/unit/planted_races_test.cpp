/// \file
/// Small programs that are right first in, first out, and wrong in another order of what is ready at once:
/// testing::explore has to find each of them, and within how many schedules is written down (docs/testing.md).

#include <asyncio/asyncio.hpp>
#include <asyncio/testing.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <map>

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

void require(bool holds, const char* otherwise) {
  if (!holds) throw std::runtime_error(otherwise);
}

struct State {
  int value = 0;
  bool flag = false;
  std::vector<int> items;
  std::map<std::string, int> cache;
};

using Part = Coro<void> (*)(State&);

/// What the parts do at the same time.
Coro<void> together(Part one, Part two) {
  State state;
  auto first = create_task(one(state), {.name = "one"});
  auto second = create_task(two(state), {.name = "two"});
  co_await gather(first, second);
}

Coro<void> pays_in(State& state) {
  co_await sleep(1s);
  state.value = 1;
}
Coro<void> withdraws(State& state) {
  co_await sleep(1s);
  require(state.value == 1, "insufficient funds");
}
Coro<void> check_then_act() { return together(pays_in, withdraws); }

Coro<void> adds_at_once(State& state) {
  co_await sleep(1s);
  ++state.value;
}
Coro<void> adds_after_a_pause(State& state) {
  co_await sleep(1s);
  const int before = state.value;
  co_await yield_now();
  state.value = before + 1;
}
Coro<void> lost_update() {
  State state;
  auto one = create_task(adds_at_once(state));
  auto two = create_task(adds_after_a_pause(state));
  co_await gather(one, two);
  require(state.value == 2, "an update is lost");
}

Coro<void> lost_wake_up() {
  Event event;
  auto waiter = create_task([](Event& e) -> Coro<void> { co_await e.wait(); }(event));
  auto setter = create_task([](Event& e) -> Coro<void> {
    e.set();
    e.clear();
    co_return;
  }(event));
  co_await gather(waiter, setter);
}

Coro<void> lost_notification() {
  Condition changed;
  auto waiter = create_task([](Condition& c) -> Coro<void> {
    auto guard = co_await c.scoped_lock();
    co_await c.wait();
  }(changed));
  auto notifier = create_task([](Condition& c) -> Coro<void> {
    auto guard = co_await c.scoped_lock();
    c.notify();
  }(changed));
  co_await gather(waiter, notifier);
}

Coro<void> locks_in_other_orders() {
  Lock left;
  Lock right;
  auto quick = create_task([](Lock& a, Lock& b) -> Coro<void> {
    auto one = co_await a.scoped_lock();
    auto two = co_await b.scoped_lock();
  }(left, right));
  auto slow = create_task([](Lock& a, Lock& b) -> Coro<void> {
    auto one = co_await b.scoped_lock();
    co_await yield_now();
    auto two = co_await a.scoped_lock();
  }(left, right));
  co_await gather(quick, slow);
}

Coro<void> puts_into_what_ends() {
  Queue<int> queue;
  auto producer = create_task([](Queue<int>& q) -> Coro<void> { co_await q.put(1); }(queue));
  auto closer = create_task([](Queue<int>& q) -> Coro<void> {
    q.shutdown();
    co_return;
  }(queue));
  co_await gather(producer, closer);
}

Coro<void> cancels_what_commits() {
  State state;
  auto worker = create_task([](State& s) -> Coro<void> {
    co_await sleep(1s);
    s.flag = true;
  }(state));
  auto impatient = create_task([](Task<void> task) -> Coro<void> {
    co_await sleep(1s);
    task.cancel();
  }(worker));
  co_await wait(worker, impatient);
  require(state.flag, "not committed");
}

Coro<void> begins(State& state) {
  state.flag = true;
  co_return;
}
Coro<void> relies_on_it(State& state) {
  require(state.flag, "used before it began");
  co_return;
}
Coro<void> uses_before_it_begins() { return together(begins, relies_on_it); }

Coro<void> fills_cache(State& state) {
  co_await yield_now();
  state.cache["key"] = ++state.value;
  require(state.value == 1, "fetched twice");
}
Coro<void> fills_cache_if_empty(State& state) {
  co_await yield_now();
  if (!state.cache.contains("key")) state.cache["key"] = ++state.value;
}
Coro<void> stampede() { return together(fills_cache, fills_cache_if_empty); }

Coro<void> takes_what_was_there(State& state) {
  state.items = {1};
  co_await yield_now();
  require(!state.items.empty(), "the item is gone");
  state.items.pop_back();
}
Coro<void> takes_what_is_there(State& state) {
  co_await yield_now();
  if (!state.items.empty()) state.items.pop_back();
}
Coro<void> two_take_one() { return together(takes_what_was_there, takes_what_is_there); }

Coro<void> moves_money(State& state) {
  --state.value;
  co_await yield_now();
  ++state.value;
}
Coro<void> audits(State& state) {
  co_await yield_now();
  require(state.value == 0, "money is missing");
}
Coro<void> sees_half_a_transfer() { return together(moves_money, audits); }

Coro<void> claims_first(State& state) {
  if (state.value == 0) state.value = 1;
  co_return;
}
Coro<void> claims_second(State& state) {
  if (state.value == 0) state.value = 2;
  require(state.value == 1, "the wrong one leads");
  co_return;
}
Coro<void> election() { return together(claims_first, claims_second); }

Coro<void> sets_a_future_twice() {
  auto future = get_running_loop().create_future<int>();
  auto careful = create_task([](Future<int> f) -> Coro<void> {
    if (!f.done()) f.set_result(1);
    co_return;
  }(future));
  auto careless = create_task([](Future<int> f) -> Coro<void> {
    if (f.done()) co_return;
    co_await yield_now();
    f.set_result(2);
  }(future));
  co_await gather(careful, careless);
}

Coro<void> gives_up_on_a_held_lock() {
  Lock lock;
  State state;
  auto polite = create_task([](Lock& l, State& s) -> Coro<void> {
    if (l.locked()) co_return;
    auto guard = co_await l.scoped_lock();
    ++s.value;
  }(lock, state));
  auto slow = create_task([](Lock& l, State& s) -> Coro<void> {
    auto guard = co_await l.scoped_lock();
    co_await yield_now();
    ++s.value;
  }(lock, state));
  co_await gather(polite, slow);
  require(state.value == 2, "work is left undone");
}

Coro<void> looks_before_it_takes() {
  Queue<int> queue;
  queue.put_nowait(1);
  auto first = create_task([](Queue<int>& q) -> Coro<void> {
    if (q.empty()) co_return;
    co_await yield_now();
    q.get_nowait();
  }(queue));
  auto second = create_task([](Queue<int>& q) -> Coro<void> {
    co_await yield_now();
    (void)q.try_get();
    co_return;
  }(queue));
  co_await gather(first, second);
}

Coro<void> counts_on_a_barriers_index() {
  Barrier barrier(2);
  auto leader =
      create_task([](Barrier& b) -> Coro<void> { require(co_await b.wait() == 0, "another one leads"); }(barrier));
  auto other = create_task([](Barrier& b) -> Coro<void> { co_await b.wait(); }(barrier));
  co_await gather(leader, other);
}

Coro<void> counts_on_the_first_to_finish() {
  auto quick = create_task(sleep(1s, 1), {.name = "quick"});
  auto other = create_task(sleep(1s, 2), {.name = "other"});
  State state;
  const auto note = [&state](int number) { return [&state, number](auto) { state.items.push_back(number); }; };
  quick.add_done_callback(note(1));
  other.add_done_callback(note(2));
  co_await gather(quick, other);
  co_await yield_now();
  require(state.items.front() == 1, "the other one was first");
}

Coro<void> fails_beside_who_commits() {
  State state;
  try {
    co_await with(TaskGroup(), [&state](TaskGroup& group) -> Coro<void> {
      group.create_task([](State& s) -> Coro<void> {
        co_await sleep(1s);
        co_await yield_now();
        s.flag = true;
      }(state));
      group.create_task([]() -> Coro<void> {
        co_await sleep(1s);
        throw std::logic_error("expected");
      }());
      co_return;
    });
  } catch (const ExceptionGroup&) {
  }
  require(state.flag, "rolled back");
}

Coro<void> uses_what_another_closes() {
  State state;
  auto user = create_task([](State& s) -> Coro<void> {
    const bool open = !s.flag;
    co_await yield_now();
    require(!open || !s.flag, "closed while it was in use");
  }(state));
  auto closer = create_task([](State& s) -> Coro<void> {
    co_await yield_now();
    s.flag = true;
  }(state));
  co_await gather(user, closer);
}

Coro<void> appends(State& state, int number) {
  co_await sleep(1s);
  state.items.push_back(number);
}
Coro<void> late_among_many() {
  State state;
  std::vector<Task<void>> tasks;
  for (int number = 0; number < 12; ++number) tasks.push_back(create_task(appends(state, number)));
  for (Task<void>& task : tasks) co_await task;
  require(state.items.front() != 11, "the last came first");
}

Coro<void> two_deviations() {
  State state;
  std::vector<Task<void>> tasks;
  for (int number = 0; number < 4; ++number) tasks.push_back(create_task(appends(state, number)));
  for (Task<void>& task : tasks) co_await task;
  require(state.items != std::vector{3, 2, 0, 1}, "in a rare order");
}

Coro<void> releases_a_permit_too_early() {
  Semaphore permits(1);
  State state;
  const auto works = [](Semaphore& p, State& s, bool early) -> Coro<void> {
    co_await p.acquire();
    require(++s.value == 1, "two at once");
    if (early) p.release();
    co_await yield_now();
    --s.value;
    if (!early) p.release();
  };
  auto right = create_task(works(permits, state, false));
  auto wrong = create_task(works(permits, state, true));
  co_await gather(right, wrong);
}

struct Planted {
  const char* name;
  Coro<void> (*program)();
  /// Within so many schedules it is found.
  std::size_t schedules;
};

constexpr Planted planted[] = {
    {"check, then act", check_then_act, 2},
    {"lost update", lost_update, 2},
    {"lost wake-up", lost_wake_up, 2},
    {"lost notification", lost_notification, 2},
    {"locks in other orders", locks_in_other_orders, 2},
    {"put into a queue that ends", puts_into_what_ends, 2},
    {"cancel what commits", cancels_what_commits, 2},
    {"use before it begins", uses_before_it_begins, 2},
    {"stampede on a cache", stampede, 2},
    {"two take one item", two_take_one, 2},
    {"half a transfer is seen", sees_half_a_transfer, 2},
    {"election", election, 2},
    {"a future is set twice", sets_a_future_twice, 2},
    {"gives up on a lock that is held", gives_up_on_a_held_lock, 2},
    {"looks before it takes", looks_before_it_takes, 2},
    {"a barrier's index", counts_on_a_barriers_index, 2},
    {"the first to finish", counts_on_the_first_to_finish, 2},
    {"fails beside who commits", fails_beside_who_commits, 2},
    {"closed while in use", uses_what_another_closes, 2},
    {"late among many", late_among_many, 64},
    {"two deviations", two_deviations, 16},
    {"a permit is released too early", releases_a_permit_too_early, 2},
};

/// The smallest number of runs, a power of two, that finds it; 0 if a thousand do not.
std::size_t schedules_needed(Coro<void> (*program)()) {
  for (std::size_t runs = 2; runs <= 1024; runs *= 2)
    if (!testing::explore(program, {.runs = runs})) return runs;
  return 0;
}

}  // namespace

TEST_CASE("Races that were planted in small programs are found, each within so many schedules") {
  for (const auto& [name, program, schedules] : planted) {
    INFO(name);
    CHECK_FALSE(testing::run_scheduled(program, {}).failed());
    CHECK(schedules_needed(program) == schedules);
  }
}
