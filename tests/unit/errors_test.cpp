#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <cerrno>
#include <memory>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using Catch::Matchers::Message;

namespace {

using Journal = std::vector<std::string>;

Coro<void> interrupt() {
  throw KeyboardInterrupt();
  co_return;
}

Coro<void> fails(const char* what) {
  throw std::runtime_error(what);
  co_return;
}

}  // namespace

TEST_CASE("An exception from a callback goes to the exception handler, and the other callbacks run") {
  Journal journal;
  step_by_hand([&](EventLoop& loop) {
    loop.set_exception_handler([&](EventLoop&, const ExceptionContext& context) {
      journal.push_back(context.message + ": " + detail::what(context.exception));
      CHECK(context.handle);
    });
    loop.call_soon([] { throw std::runtime_error("first"); });
    loop.call_soon([&] { journal.push_back("second"); });
    loop.run_once();
  });
  CHECK(journal == Journal{"Exception in callback: first", "second"});
}

TEST_CASE("An exception from a done callback goes to the exception handler") {
  Journal journal;
  step_by_hand([&](EventLoop& loop) {
    loop.set_exception_handler(
        [&](EventLoop&, const ExceptionContext& context) { journal.push_back(detail::what(context.exception)); });
    auto future = loop.create_future();
    future.add_done_callback([] { throw std::runtime_error("done"); });
    future.add_done_callback([&] { journal.push_back("next"); });
    future.set_result();
    loop.run_once();
  });
  CHECK(journal == Journal{"done", "next"});
}

TEST_CASE("Without a handler an exception from a callback is written to the log") {
  LogCapture log;
  step_by_hand([](EventLoop& loop) {
    loop.call_soon([] { throw std::runtime_error("lost"); });
    loop.run_once();
  });
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].starts_with("Exception in callback\nhandle: <Handle "));
  CHECK(log.lines()[0].ends_with("\nstd::runtime_error: lost"));
}

TEST_CASE("An exception handler that throws is reported, and the loop goes on") {
  LogCapture log;
  bool went_on = false;
  step_by_hand([&](EventLoop& loop) {
    loop.set_exception_handler([](EventLoop&, const ExceptionContext&) { throw std::logic_error("handler"); });
    loop.call_soon([] { throw std::runtime_error("callback"); });
    loop.call_soon([&] { went_on = true; });
    loop.run_once();
  });
  CHECK(went_on);
  CHECK(log.lines() == Journal{"Unhandled error in exception handler\nstd::logic_error: handler"});
}

TEST_CASE("An exception handler may replace itself") {
  Journal journal;
  step_by_hand([&](EventLoop& loop) {
    loop.set_exception_handler([&](EventLoop& own, const ExceptionContext&) {
      journal.push_back("old");
      own.set_exception_handler([&](EventLoop&, const ExceptionContext&) { journal.push_back("new"); });
    });
    loop.call_soon([] { throw 1; });
    loop.call_soon([] { throw 2; });
    loop.run_once();
  });
  CHECK(journal == Journal{"old", "new"});
}

TEST_CASE("A KeyboardInterrupt leaves run_once() and keeps the rest of the batch, before what was scheduled since") {
  step_by_hand([](EventLoop& loop) {
    Journal journal;
    loop.call_soon([&] {
      journal.push_back("first");
      loop.call_soon([&] { journal.push_back("scheduled since"); });
    });
    loop.call_soon([] { throw KeyboardInterrupt(); });
    loop.call_soon([&] { journal.push_back("third"); });
    CHECK_THROWS_AS(loop.run_once(), KeyboardInterrupt);
    CHECK(journal == Journal{"first"});
    loop.run_once();
    CHECK(journal == Journal{"first", "third", "scheduled since"});
  });
}

TEST_CASE("A KeyboardInterrupt of a task leaves the loop, which can run again") {
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  Journal journal;
  auto other = [&]() -> Coro<int> {
    co_await yield_now();
    journal.push_back("other");
    co_return 1;
  };
  auto task = loop.create_task(other());
  CHECK_THROWS_AS(loop.run_until_complete(interrupt()), KeyboardInterrupt);
  CHECK_FALSE(loop.is_running());
  CHECK(get_running_loop_or_null() == nullptr);
  CHECK(loop.run_until_complete(task) == 1);
  CHECK(journal == Journal{"other"});
}

TEST_CASE("A SystemExit of a done callback leaves run_once()") {
  step_by_hand([](EventLoop& loop) {
    auto future = loop.create_future();
    bool called = false;
    future.add_done_callback([] { throw SystemExit(3); });
    future.add_done_callback([&] { called = true; });
    future.set_result();
    CHECK_THROWS_AS(loop.run_once(), SystemExit);
    CHECK_FALSE(called);
    loop.run_once();
    CHECK(called);
  });
}

TEST_CASE("run() inside of a running loop is refused") {
  LogCapture log;
  auto outer = []() -> Coro<void> {
    CHECK_THROWS_MATCHES(run(fails("")), std::runtime_error,
                         Message("asyncio.run() cannot be called from a running event loop"));
    Runner runner;
    CHECK_THROWS_MATCHES(runner.run(fails("")), std::runtime_error,
                         Message("Runner.run() cannot be called from a running event loop"));
    co_return;
  };
  run(outer());
}

TEST_CASE("A loop that runs cannot be run again, nor another one beside it, nor be closed") {
  auto outer = []() -> Coro<void> {
    EventLoop& loop = get_running_loop();
    CHECK_THROWS_MATCHES(loop.run_forever(), std::runtime_error, Message("This event loop is already running"));
    EventLoop other(virtual_clock);
    CHECK_THROWS_MATCHES(other.run_forever(), std::runtime_error,
                         Message("Cannot run the event loop while another loop is running"));
    CHECK_THROWS_MATCHES(loop.close(), std::runtime_error, Message("Cannot close a running event loop"));
    CHECK(&get_running_loop() == &loop);
    co_return;
  };
  run(outer());
}

TEST_CASE("A closed loop refuses everything") {
  EventLoop loop(virtual_clock);
  loop.close();
  loop.close();
  CHECK(loop.is_closed());
  const auto closed = Message("Event loop is closed");
  CHECK_THROWS_MATCHES(loop.call_soon([] {}), std::runtime_error, closed);
  CHECK_THROWS_MATCHES(loop.call_soon_threadsafe([] {}), std::runtime_error, closed);
  CHECK_THROWS_MATCHES(loop.call_later(Duration(1), [] {}), std::runtime_error, closed);
  CHECK_THROWS_MATCHES(loop.run_forever(), std::runtime_error, closed);
}

TEST_CASE("What needs a running loop says so where there is none") {
  const auto none = Message("no running event loop");
  CHECK_THROWS_MATCHES(get_running_loop(), std::runtime_error, none);
  CHECK_THROWS_MATCHES(current_task(), std::runtime_error, none);
  CHECK_THROWS_MATCHES(all_tasks(), std::runtime_error, none);
  CHECK_THROWS_MATCHES(create_task(fails("")), std::runtime_error, none);
  CHECK_THROWS_MATCHES(gather(fails("")), std::runtime_error, none);
  CHECK(get_running_loop_or_null() == nullptr);
}

TEST_CASE("A loop that is stopped before the future is done says so") {
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  auto future = loop.create_future<int>();
  loop.call_soon([&] { loop.stop(); });
  CHECK_THROWS_MATCHES(loop.run_until_complete(future), std::runtime_error,
                       Message("Event loop stopped before Future completed."));
  future.set_result(4);
  CHECK(loop.run_until_complete(future) == 4);
}

TEST_CASE("An empty handle says that it is empty") {
  Future<int> future;
  Task<int> task;
  CHECK_FALSE(future);
  CHECK_THROWS_AS(future.done(), InvalidStateError);
  CHECK_THROWS_AS(task.cancel(), InvalidStateError);
  // And keeps nothing of the callback.
  const auto kept = std::make_shared<int>();
  CHECK_THROWS_AS(future.add_done_callback([kept] {}), InvalidStateError);
  CHECK_THROWS_AS(task.add_done_callback([kept] {}), InvalidStateError);
  CHECK(kept.use_count() == 1);
  auto outer = [&]() -> Coro<void> { co_await future; };
  CHECK_THROWS_AS(run(outer()), InvalidStateError);
}

TEST_CASE("An error of the system is of the class that Python gives its number") {
  const auto class_of = [](int code) { return detail::type_name(detail::os_error(code)); };
  const std::vector<std::pair<std::string, std::vector<int>>> classes{
      {"asyncio::BlockingIOError", {EAGAIN, EWOULDBLOCK, EALREADY, EINPROGRESS}},
      {"asyncio::BrokenPipeError", {EPIPE, ESHUTDOWN}},
      {"asyncio::ChildProcessError", {ECHILD}},
      {"asyncio::ConnectionAbortedError", {ECONNABORTED}},
      {"asyncio::ConnectionRefusedError", {ECONNREFUSED}},
      {"asyncio::ConnectionResetError", {ECONNRESET}},
      {"asyncio::FileExistsError", {EEXIST}},
      {"asyncio::FileNotFoundError", {ENOENT}},
      {"asyncio::InterruptedError", {EINTR}},
      {"asyncio::IsADirectoryError", {EISDIR}},
      {"asyncio::NotADirectoryError", {ENOTDIR}},
      {"asyncio::PermissionError", {EACCES, EPERM}},
      {"asyncio::ProcessLookupError", {ESRCH}},
      {"asyncio::TimeoutError", {ETIMEDOUT}},
      {"asyncio::OSError", {EINVAL, EBADF}},
  };
  for (const auto& [name, codes] : classes)
    for (const int code : codes) CHECK(class_of(code) == name);
}

TEST_CASE("An error that nobody retrieved is reported when the last handle goes, and only once") {
  LogCapture log;
  step_by_hand([&](EventLoop& loop) {
    auto task = loop.create_task(fails("unseen"), {.name = "T"});
    run_until_idle(loop);
    auto copy = task;
    task = {};
    CHECK(log.lines().empty());
    copy = {};
    CHECK(log.lines().size() == 1);
  });
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].starts_with("Task exception was never retrieved\nfuture: <Task finished name='T'"));
}
