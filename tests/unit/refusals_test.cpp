#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/live.hpp"
#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"

using asyncio::AsyncGenerator;
using asyncio::Coro;
using namespace std::chrono_literals;

// What is refused, and in whose words: CPython's, where it has some.
namespace {

std::string told(const std::exception_ptr& error) { return asyncio::detail::describe(error); }

template <class F>
std::string told_by(F f) {
  try {
    f();
  } catch (...) {
    return told(std::current_exception());
  }
  return "nothing";
}

AsyncGenerator<int, int> slow_numbers() {
  for (int n = 1;; ++n) {
    co_await asyncio::sleep(1s);
    co_yield n;
  }
}

}  // namespace

TEST_CASE("A generator that runs cannot be asked, closed or thrown into by another task") {
  run_in_memory([]() -> Coro<void> {
    auto numbers = slow_numbers();
    auto first =
        asyncio::create_task([](AsyncGenerator<int, int>& from) -> Coro<void> { co_await from.next(); }(numbers));
    co_await asyncio::yield_now();
    const auto next = co_await asyncio::capture([](auto& from) -> Coro<void> { co_await from.next(); }(numbers));
    CHECK(told(next.exception()) == "std::runtime_error: anext(): asynchronous generator is already running");
    const auto closed = co_await asyncio::capture(numbers.aclose());
    CHECK(told(closed.exception()) == "std::runtime_error: aclose(): asynchronous generator is already running");
    const auto thrown = co_await asyncio::capture([](auto& into) -> Coro<void> {
      co_await into.athrow(std::make_exception_ptr(std::logic_error("x")));
    }(numbers));
    CHECK(told(thrown.exception()) == "std::runtime_error: athrow(): asynchronous generator is already running");
    co_await first;
    co_await numbers.aclose();
    co_await numbers.aclose();
  }());
}

TEST_CASE("A generator that has not begun takes no value, and dies of what is thrown into it") {
  run_in_memory([]() -> Coro<void> {
    auto numbers = slow_numbers();
    const auto sent = co_await asyncio::capture([](auto& to) -> Coro<void> { co_await to.asend(3); }(numbers));
    CHECK(told(sent.exception()) == "std::logic_error: can't send non-None value to a just-started async generator");
    const auto throw_into = [](auto& into) -> Coro<bool> {
      const auto value = co_await into.athrow(std::make_exception_ptr(std::range_error("x")));
      co_return value.has_value();
    };
    const auto thrown = co_await asyncio::capture(throw_into(numbers));
    CHECK(told(thrown.exception()) == "std::range_error: x");
    const auto next = co_await numbers.next();
    CHECK_FALSE(next);
    const bool gave = co_await throw_into(numbers);
    CHECK_FALSE(gave);
    auto untouched = slow_numbers();
    co_await untouched.aclose();
    const auto nothing = co_await untouched.next();
    CHECK_FALSE(nothing);
  }());
}

TEST_CASE("A semaphore that is handed over but not taken yet is locked to all others") {
  run_in_memory([]() -> Coro<void> {
    CHECK(told_by([] { asyncio::Semaphore(-1); }) == "std::invalid_argument: Semaphore initial value must be >= 0");
    asyncio::Semaphore semaphore(0);
    auto waiting = asyncio::create_task([](asyncio::Semaphore& s) -> Coro<void> { co_await s.acquire(); }(semaphore));
    co_await asyncio::yield_now();
    semaphore.release();
    semaphore.release();
    CHECK(semaphore.locked());
    waiting.cancel();
    co_await asyncio::wait(waiting);
    CHECK(waiting.cancelled());
    CHECK_FALSE(semaphore.locked());
    auto other = asyncio::create_task([](asyncio::Semaphore& s) -> Coro<void> {
      co_await s.acquire();
      co_await s.acquire();
      co_await s.acquire();
    }(semaphore));
    co_await asyncio::yield_now();
    other.cancel();
    semaphore.release();
    co_await asyncio::wait(other);
    CHECK_FALSE(semaphore.locked());
  }());
}

TEST_CASE("A deadline can be moved only while its block runs") {
  run_in_memory([]() -> Coro<void> {
    auto timeout = asyncio::timeout(1s);
    CHECK(told_by([&] { timeout.reschedule({}); }) == "std::runtime_error: Timeout has not been entered");
    co_await timeout.aenter();
    const auto twice = co_await asyncio::capture(timeout.aenter());
    CHECK(told(twice.exception()) == "std::runtime_error: Timeout has already been entered");
    timeout.reschedule(asyncio::get_running_loop().time() - 1s);
    const auto slept = co_await asyncio::capture(asyncio::sleep(1s));
    CHECK(asyncio::detail::is_cancelled_error(slept.exception()));
    CHECK(told_by([&] { timeout.reschedule({}); }) == "std::runtime_error: Cannot change state of expiring Timeout");
    CHECK(told_by([&] { auto leaving = timeout.aexit(slept.exception()); }) ==
          "asyncio::TimeoutError: the deadline has passed");
    CHECK(told_by([&] { timeout.reschedule({}); }) == "std::runtime_error: Cannot change state of expired Timeout");
    auto unlimited = asyncio::timeout({});
    co_await unlimited.aenter();
    co_await unlimited.aexit(nullptr);
    CHECK(told_by([&] { unlimited.reschedule({}); }) == "std::runtime_error: Cannot change state of finished Timeout");
  }());
}

TEST_CASE("A closed loop destroys the coroutine that it refuses") {
  auto loop = make_memory_loop();
  CHECK(loop->get_task_factory() == asyncio::TaskFactory::lazy);
  loop->set_task_factory(asyncio::eager_task_factory);
  CHECK(loop->get_task_factory() == asyncio::TaskFactory::eager);
  loop->set_slow_callback_duration(3s);
  CHECK(loop->slow_callback_duration() == 3s);
  CHECK_FALSE(loop->next_delay());
  loop->call_later(1s, [] {});
  CHECK(loop->next_delay() == 0s);
  loop->close();
  const auto hold = [](Live) -> Coro<void> { co_return; };
  const int before = Live::count();
  CHECK(told_by([&] { loop->create_task(hold(Live())); }) == "std::runtime_error: Event loop is closed");
  CHECK(told_by([&] { loop->run_until_complete(hold(Live())); }) == "std::runtime_error: Event loop is closed");
  CHECK(Live::count() == before);
}

TEST_CASE("An exception handler is told without a message what there is, and may end the loop") {
  const LogCapture log;
  auto loop = make_memory_loop();
  loop->default_exception_handler({});
  asyncio::ExceptionContext context;
  context.exception = std::make_exception_ptr(std::logic_error("bug"));
  loop->call_exception_handler(context);
  CHECK(log.lines() == std::vector<std::string>{"Unhandled exception in event loop",
                                                "Unhandled exception in event loop\nstd::logic_error: bug"});
  loop->set_exception_handler(
      [](asyncio::EventLoop&, const asyncio::ExceptionContext&) { throw asyncio::SystemExit(1); });
  CHECK_THROWS_AS(loop->call_exception_handler(context), asyncio::SystemExit);
}

TEST_CASE("Whatever is thrown is described by its type and what it says") {
  const auto described = [](auto thrown) { return told(std::make_exception_ptr(thrown)); };
  CHECK(described(3) == "int: 3");
  CHECK(described("text") == "char const*: text");
  CHECK(described(std::string("text")).ends_with(": text"));
  CHECK(described(3.5) == "double");
  CHECK(described(asyncio::SystemExit(2)).starts_with("asyncio::SystemExit"));
  CHECK(told(nullptr).empty());
  const asyncio::IncompleteReadError to_the_end("abc", {});
  CHECK(std::string(to_the_end.what()) == "3 bytes read on a total of undefined expected bytes");
  const asyncio::IncompleteReadError of_ten("abc", 10);
  CHECK(std::string(of_ten.what()) == "3 bytes read on a total of 10 expected bytes");
}

TEST_CASE("What a transport knows of itself is shown as Python shows it") {
  using asyncio::Endpoint;
  using asyncio::ExtraInfo;
  CHECK(ExtraInfo().repr() == "None");
  CHECK(ExtraInfo(Endpoint("127.0.0.1", 80)).repr() == "('127.0.0.1', 80)");
  CHECK(ExtraInfo(Endpoint("::1", 80, asyncio::AddressFamily::ipv6)).repr() == "('::1', 80, 0, 0)");
  CHECK(ExtraInfo(Endpoint("/tmp/s", 0, asyncio::AddressFamily::local)).repr() == "'/tmp/s'");
  CHECK(ExtraInfo(3).repr() == "<pipe fd=3>");
  CHECK(ExtraInfo(std::string("TLSv1.3")).repr() == "'TLSv1.3'");
  CHECK(ExtraInfo(Endpoint("a", 1))->port == 1);
  CHECK_THROWS_AS(ExtraInfo().address(), std::bad_optional_access);
}

TEST_CASE("A shielded error is reported once, however many shields were cancelled before") {
  std::vector<std::string> reports;
  run_in_memory([](std::vector<std::string>& out) -> Coro<void> {
    asyncio::get_running_loop().set_exception_handler(
        [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { out.push_back(context.message); });
    auto inner = asyncio::create_task([]() -> Coro<void> {
      co_await asyncio::sleep(1s);
      throw std::logic_error("bug");
    }());
    const auto guard = [](asyncio::Task<void> task) -> Coro<void> { co_await asyncio::shield(task); };
    auto first = asyncio::create_task(guard(inner));
    auto second = asyncio::create_task(guard(inner));
    co_await asyncio::yield_now();
    first.cancel();
    second.cancel();
    co_await asyncio::wait(inner);
    co_await asyncio::sleep(1s);
  }(reports));
  CHECK(reports == std::vector<std::string>{"std::logic_error exception in shielded future"});
}

TEST_CASE("An observer that overrides nothing changes nothing") {
  asyncio::Observer silent;
  run_in_memory([](asyncio::Observer& observer) -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    loop.set_observer(&observer);
    auto task = asyncio::create_task(asyncio::sleep(1s));
    task.set_name("renamed");
    co_await asyncio::yield_now();
    task.cancel();
    co_await asyncio::wait(task);
    CHECK(task.cancelled());
    loop.set_observer(nullptr);
  }(silent));
}
