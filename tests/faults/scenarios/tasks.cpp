#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

/// Too long to have room in a string itself.
const char* const long_text = "a text that needs memory of its own";

Coro<int> after(Duration delay, int value) {
  co_await sleep(delay);
  co_return value;
}

Coro<int> failing(Duration delay) {
  co_await sleep(delay);
  throw std::invalid_argument(long_text);
}

Coro<void> create_tasks() {
  auto first = create_task(after(1s, 1));
  auto second = create_task(after(2s, 2), {.name = long_text});
  auto third = create_task(after(0s, 3), {.eager_start = true});
  require(co_await first + co_await second + co_await third == 6, "the sum of three tasks");
  require(second.get_name() == long_text, "a task's name");
}

/// More than the ready queue has room for at first.
Coro<void> create_many_tasks() {
  std::vector<Task<int>> tasks;
  for (int i = 0; i < 70; ++i) tasks.push_back(create_task(after(0s, i)));
  int sum = 0;
  for (auto& task : tasks) sum += co_await task;
  require(sum == 70 * 69 / 2, "the sum of many tasks");
}

Coro<void> gather_all() {
  const auto all = co_await gather(after(2s, 1), after(1s, 2), sleep(1s));
  require(std::get<0>(all) == 1 && std::get<1>(all) == 2, "what gather() gives");
}

Coro<void> gather_with_failure() {
  try {
    co_await gather(after(2s, 1), failing(1s));
  } catch (const std::invalid_argument& error) {
    require(error.what() == std::string(long_text), "what the child failed with");
    co_return;
  }
  throw Wrong("gather() passes the first failure on");
}

Coro<void> gather_results() {
  std::vector<Coro<int>> all;
  all.push_back(after(1s, 1));
  all.push_back(failing(1s));
  all.push_back(after(2s, 3));
  const auto results = co_await gather(return_exceptions, std::move(all));
  require(results[0].value() == 1 && results[1].exception() && results[2].value() == 3, "what gather() collects");
}

Coro<void> cancel_gather() {
  auto gathering = gather(after(10s, 1), after(20s, 2));
  co_await sleep(1s);
  require(gathering.cancel(long_text), "there is something to cancel");
  const auto result = co_await capture(gathering);
  require_error<CancelledError>(result, "a cancelled gather()");
}

Coro<void> wait_for_some() {
  std::vector<Task<int>> tasks;
  for (int i = 1; i <= 3; ++i) tasks.push_back(create_task(after(std::chrono::seconds(i), i)));
  const auto first = co_await wait(tasks, {.return_when = FIRST_COMPLETED});
  require(first.done.size() == 1 && first.pending.size() == 2, "the first of three");
  const auto late = co_await wait(tasks, {.timeout = 1500ms});
  require(late.done.size() == 2 && late.pending.size() == 1, "the second of three");
  const auto all = co_await wait(tasks);
  require(all.done.size() == 3, "all three");
}

Coro<void> wait_for_a_coroutine() {
  require(co_await wait_for(after(1s, 7), 2s) == 7, "in time");
  const auto late = co_await capture(wait_for(after(2s, 7), 1s));
  require_error<TimeoutError>(late, "too late");
  auto task = create_task(after(5s, 1));
  const auto never = co_await capture(wait_for(task, 0s));
  require_error<TimeoutError>(never, "no time at all");
  require(task.cancelled(), "what nobody waits for");
}

Coro<void> time_out() {
  bool cleaned = false;
  const auto body = [&]() -> Coro<void> {
    const auto slept = co_await capture(sleep(10s));
    cleaned = true;
    slept.value();
  };
  const auto result = co_await capture(with(timeout(1s), body));
  require_error<TimeoutError>(result, "a deadline that passes");
  require(cleaned, "what is cancelled cleans up");
  const auto moved = [](Timeout& deadline) -> Coro<int> {
    deadline.reschedule(get_running_loop().time() + 3s);
    co_return co_await after(2s, 4);
  };
  require(co_await with(timeout(1s), moved) == 4, "a deadline that is moved");
}

Coro<int> shielding(Task<int> task) { co_return co_await shield(task); }

Coro<void> shield_a_task() {
  auto inner = create_task(after(3s, 5));
  require(co_await shield(inner) == 5, "through a shield");
  auto saved = create_task(after(3s, 6));
  auto outer = create_task(shielding(saved));
  co_await sleep(1s);
  outer.cancel();
  const auto cancelled = co_await capture(outer);
  require_error<CancelledError>(cancelled, "who waits is cancelled");
  require(co_await saved == 6, "the shielded one goes on");
}

Coro<void> fail_behind_a_cancelled_shield() {
  auto inner = create_task(failing(3s));
  auto outer = shield(inner);
  co_await sleep(1s);
  outer.cancel();
  inner = {};
  co_await sleep(5s);
}

Coro<void> take_as_completed() {
  std::vector<Coro<int>> all;
  for (int i = 3; i > 0; --i) all.push_back(after(std::chrono::seconds(i), i));
  int expected = 0;
  auto completed = as_completed(std::move(all), {.timeout = 10s});
  while (auto one = co_await completed.next()) require(one->result() == ++expected, "in the order of completion");
  require(expected == 3, "all that completed");
}

Coro<void> cancel_with_a_message() {
  auto task = create_task(after(10s, 1));
  co_await sleep(1s);
  const bool cancels = task.cancel(long_text);
  try {
    co_await task;
  } catch (const CancelledError&) {
    require(cancels, "what cancel() returns");
    co_return;
  }
  throw Wrong("a cancelled task");
}

Coro<void> forget_a_failed_task() {
  auto task = create_task(failing(1s));
  co_await sleep(2s);
  task = {};
  get_running_loop().create_future<int>().set_exception(std::invalid_argument(long_text));
  (void)after(1s, 1);
  co_await sleep(1s);
}

}  // namespace

const std::vector<Scenario>& task_scenarios() {
  static const std::vector<Scenario> all = {
      {"create_task()", lonely<create_tasks>},
      {"create_task() many times", lonely<create_many_tasks>},
      {"gather()", lonely<gather_all>},
      {"gather() of one that fails", lonely<gather_with_failure>},
      {"gather() of results", lonely<gather_results>},
      {"gather() that is cancelled", lonely<cancel_gather>},
      {"wait()", lonely<wait_for_some>},
      {"wait_for()", lonely<wait_for_a_coroutine>},
      {"timeout()", lonely<time_out>},
      {"shield()", lonely<shield_a_task>},
      {"shield() of one that fails later", lonely<fail_behind_a_cancelled_shield>},
      {"as_completed()", lonely<take_as_completed>},
      {"cancel() with a message", lonely<cancel_with_a_message>},
      {"errors that nobody asks for", lonely<forget_a_failed_task>},
  };
  return all;
}
