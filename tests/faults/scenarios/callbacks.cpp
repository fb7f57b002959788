#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

struct SoonAndLater {
  std::string order;
  Coro<void> main() {
    EventLoop& loop = get_running_loop();
    const auto ended = loop.create_future();
    loop.call_later(2s, [this] { order += 'c'; });
    loop.call_at(loop.time() + 3s, [this, ended] {
      order += 'd';
      ended.set_result();
    });
    loop.call_later(1s, [this] { order += 'b'; });
    TimerHandle never = loop.call_later(1s, [this] { order += '!'; });
    loop.call_soon([this] { order += 'a'; });
    co_await sleep(0s);
    never.cancel();
    co_await wait_for(ended, 10s);
    require(order == "abcd", "callbacks in their order");
  }
};

/// More than are sorted at once: they are divided into spans.
struct ManyTimers {
  int fired = 0;
  Coro<void> main() {
    EventLoop& loop = get_running_loop();
    for (int i = 0; i < 300; ++i) loop.call_later(std::chrono::milliseconds(i * 7919 % 300 + 1), [this] { ++fired; });
    co_await sleep(1s);
    require(fired == 300, "all timers");
  }
};

struct FailingCallbacks {
  int told = 0;
  Coro<void> main() {
    EventLoop& loop = get_running_loop();
    // Too big to be kept without memory of its own.
    const std::string prefix = "a text that needs memory of its own";
    loop.set_exception_handler([this, prefix](EventLoop& own, const ExceptionContext& context) {
      ++told;
      own.default_exception_handler(context);
    });
    loop.call_soon([] { throw std::invalid_argument("what a callback says when it fails"); });
    co_await sleep(1s);
    loop.set_exception_handler(
        [](EventLoop&, const ExceptionContext&) { throw std::logic_error("what the handler says when it fails"); });
    loop.call_soon([] { throw std::invalid_argument("what a callback says when it fails"); });
    co_await sleep(1s);
    require(told == 1, "the handler hears of it");
  }
};

struct DoneCallbacks {
  int sum = 0;
  Coro<void> main() {
    const auto future = get_running_loop().create_future<int>();
    future.add_done_callback([this](const Future<int>& done) { sum += done.result(); });
    const auto removed = future.add_done_callback([this] { sum += 100; });
    future.add_done_callback([this] { sum += 10; });
    require(future.remove_done_callback(removed) == 1, "one is removed");
    future.set_result(1);
    co_await sleep(0s);
    co_await sleep(0s);
    require(sum == 11, "the others run");
  }
};

ContextVar<std::string> variable("variable", "the value that it has by default");

Coro<std::string> set_own_value() {
  variable.set("a value of the child's own");
  co_await sleep(1s);
  co_return variable.get();
}

Coro<void> set_context_variables() {
  const auto token = variable.set("a value that needs memory of its own");
  require(co_await create_task(set_own_value()) == "a value of the child's own", "what the child sees");
  require(variable.get() == "a value that needs memory of its own", "what the parent sees");
  Context context = copy_context();
  context.run([] { variable.set("a value inside of a context"); });
  variable.reset(token);
  require(variable.get() == "the value that it has by default", "what it is after reset()");
}

Coro<void> forever() {
  const auto slept = co_await capture(sleep(std::chrono::hours(1)));
  co_await sleep(0s);
  slept.value();
}

Coro<void> leave_tasks_behind() {
  create_task(forever());
  create_task(forever());
  co_await sleep(1s);
}

void run_three_times() {
  Runner runner({.loop_factory = make_lonely_loop});
  const auto twice = [](int value) -> Coro<int> {
    co_await sleep(1s);
    co_return 2 * value;
  };
  require(runner.run(twice(1)) == 2 && runner.run(twice(2)) == 4, "what the runs return");
  runner.run(leave_tasks_behind());
}

void destroy_pending_tasks() {
  const auto loop = make_lonely_loop();
  const auto task = loop->create_task(forever());
  loop->call_later(1s, [&] { loop->stop(); });
  loop->run_forever();
  require(!task.done(), "it waits");
}

class Counting : public Observer {
 public:
  void created(TaskId, const TaskCreation&) override { ++created_; }
  void done(TaskId, Outcome, const std::exception_ptr&) override { ++done_; }
  bool balanced() const noexcept { return created_ == done_ && created_ > 0; }

 private:
  int created_ = 0;
  int done_ = 0;
};

Coro<void> nap() { co_await sleep(1s); }

Coro<void> nap_and_cancel() {
  auto slow = create_task(nap(), {.name = "a name that needs memory of its own"});
  auto cancelled = create_task(nap());
  co_await sleep(500ms);
  cancelled.cancel("a message that needs memory of its own");
  co_await slow;
}

void watch_tasks() {
  Counting observer;
  const auto loop = make_lonely_loop();
  loop->set_observer(&observer);
  loop->set_debug(true);
  loop->run_until_complete(nap_and_cancel());
  require(observer.balanced(), "each task that was made has ended");
}

}  // namespace

const std::vector<Scenario>& callback_scenarios() {
  static const std::vector<Scenario> all = {
      {"call_soon(), call_later(), call_at()", lonely<SoonAndLater>},
      {"call_later() many times", lonely<ManyTimers>},
      {"errors in callbacks", lonely<FailingCallbacks>},
      {"add_done_callback()", lonely<DoneCallbacks>},
      {"context variables", lonely<set_context_variables>},
      {"run() with tasks that are left", lonely<leave_tasks_behind>},
      {"Runner", run_three_times},
      {"a loop that is destroyed", destroy_pending_tasks},
      {"an observer, debug mode", watch_tasks},
  };
  return all;
}
