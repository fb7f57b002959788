#include <asyncio/asyncio.hpp>
#include <thread>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

ContextVar<std::string> variable("variable", "");

std::string repeat(int count) {
  require(variable.get() == "a value that needs memory of its own", "the context in the thread");
  return std::string(static_cast<std::size_t>(count), 'x');
}

Coro<void> call_in_threads() {
  variable.set("a value that needs memory of its own");
  const auto all = co_await gather(to_thread(repeat, 40), to_thread(repeat, 50));
  require(std::get<0>(all).size() == 40 && std::get<1>(all).size() == 50, "what the threads return");
}

Coro<void> use_a_pool() {
  ThreadPool pool(1);
  EventLoop& loop = get_running_loop();
  auto failing = loop.run_in_executor(&pool, [] { throw std::invalid_argument("what a thread says when it fails"); });
  auto working = loop.run_in_executor(&pool, [](int value) { return 2 * value; }, 4);
  const auto failed = co_await capture(failing);
  require_error<std::invalid_argument>(failed, "what the first threw");
  require(co_await working == 8, "what the second returned");
}

Coro<void> call_from_a_thread() {
  EventLoop& loop = get_running_loop();
  const auto called = loop.create_future<std::string>();
  std::exception_ptr error;
  std::thread caller([&] {
    try {
      loop.call_soon_threadsafe([called] { called.set_result("a text that needs memory of its own"); });
    } catch (...) {
      error = std::current_exception();
    }
  });
  caller.join();
  if (error) std::rethrow_exception(error);
  // What was handed in may fail there: then it is told of, and nobody sets the result.
  require(co_await wait_for(called, 5s) == "a text that needs memory of its own", "what the thread called for");
}

Coro<void> complete_from_a_thread() {
  const auto future = get_running_loop().create_future<std::string>();
  Completer completer(future);
  std::thread caller([&] {
    try {
      completer.set_result("a text that needs memory of its own");
    } catch (...) {
      completer.set_exception(std::current_exception());
    }
  });
  caller.join();
  require(co_await future == "a text that needs memory of its own", "what the thread gave");
}

/// By real time it could sleep: while a thread works, virtual time stands still.
Coro<std::string> text_of(int length) {
  co_await sleep(0s);
  co_return std::string(static_cast<std::size_t>(length), 'x');
}

Coro<void> run_for_a_thread() {
  EventLoop& loop = get_running_loop();
  const auto ask = [&loop] { return run_coroutine_threadsafe(text_of(40), loop).get(); };
  const std::string answer = co_await to_thread(ask);
  require(answer.size() == 40, "what the coroutine returned");
}

}  // namespace

const std::vector<Scenario>& thread_scenarios() {
  static const std::vector<Scenario> all = {
      {"to_thread()", native<call_in_threads>},
      {"run_in_executor()", native<use_a_pool>},
      {"call_soon_threadsafe()", native<call_from_a_thread>},
      {"Completer", native<complete_from_a_thread>},
      {"run_coroutine_threadsafe()", native<run_for_a_thread>},
  };
  return all;
}
