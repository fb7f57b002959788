#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/live.hpp"
#include "support/log_capture.hpp"

using namespace asyncio;

namespace {

Coro<int> inner(Live) {
  Live local;
  co_return Live::count();
}

Coro<int> inner_fails(Live) {
  Live local;
  throw std::runtime_error("inner");
  co_return 0;
}

Coro<int> sleeps(Live) {
  Live local;
  co_await yield_now();
  co_return Live::count();
}

}  // namespace

TEST_CASE("Parameters and locals of a coroutine die before its awaiter goes on") {
  auto outer = []() -> Coro<void> {
    const int inside = co_await inner(Live());
    CHECK(inside >= 2);
    CHECK(Live::count() == 0);
    co_await sleeps(Live());
    CHECK(Live::count() == 0);
  };
  run(outer());
}

TEST_CASE("Parameters and locals of a coroutine that throws die before its awaiter's handler runs") {
  auto outer = []() -> Coro<void> {
    int seen = -1;
    try {
      co_await inner_fails(Live());
    } catch (const std::runtime_error&) {
      seen = Live::count();
    }
    // The temporary argument may live to the end of the full expression, and that was left.
    CHECK(seen == 0);
  };
  run(outer());
}

TEST_CASE("Parameters and locals of a task die before its done callbacks run and before its awaiter goes on") {
  auto outer = []() -> Coro<void> {
    auto task = create_task(sleeps(Live()));
    int in_callback = -1;
    task.add_done_callback([&] { in_callback = Live::count(); });
    co_await task;
    CHECK(in_callback == 0);
    CHECK(Live::count() == 0);
  };
  run(outer());
}

TEST_CASE("A captured coroutine is destroyed before the result is looked at") {
  auto outer = []() -> Coro<void> {
    auto result = co_await capture(inner_fails(Live()));
    CHECK_FALSE(result.has_value());
    CHECK(Live::count() == 0);
  };
  run(outer());
}

TEST_CASE("close() of a coroutine that was not awaited destroys its parameters") {
  auto coroutine = inner(Live());
  CHECK(Live::count() == 1);
  coroutine.close();
  CHECK(Live::count() == 0);
  CHECK_FALSE(coroutine);
}

TEST_CASE("Moving a coroutine object moves the one frame") {
  auto first = inner(Live());
  auto second = std::move(first);
  CHECK_FALSE(first);
  CHECK(Live::count() == 1);
  first = std::move(second);
  CHECK(first);
  first.close();
  CHECK(Live::count() == 0);
}

TEST_CASE("A coroutine whose awaiter is destroyed is destroyed with it, though it is held by nobody else") {
  LogCapture log;
  {
    EventLoop loop(virtual_clock);
    auto waits_for_ever = []() -> Coro<void> { co_await Event().wait(); };
    auto middle = [](Live, Coro<void> work) -> Coro<void> { co_await std::move(work); };
    auto task = loop.create_task(middle(Live(), waits_for_ever()));
    loop.call_soon([&] { loop.stop(); });
    loop.run_forever();
    CHECK(Live::count() == 1);
  }
  CHECK(Live::count() == 0);
  CHECK(log.lines().size() == 1);
}

TEST_CASE("A second await of a coroutine throws and leaves the first one's result alone") {
  auto outer = []() -> Coro<void> {
    auto coroutine = inner(Live());
    co_await coroutine;
    CHECK(Live::count() == 0);
    bool thrown = false;
    try {
      co_await coroutine;
    } catch (const std::runtime_error& e) {
      thrown = std::string_view(e.what()) == "cannot reuse already awaited coroutine";
    }
    CHECK(thrown);
  };
  run(outer());
}

TEST_CASE("A coroutine lambda that is awaited at once may live in the frame of its caller") {
  auto outer = []() -> Coro<void> {
    const Live captured;
    auto lambda = [captured]() -> Coro<int> {
      co_await yield_now();
      co_return Live::count();
    };
    const int count = co_await lambda();
    CHECK(count == 2);
  };
  run(outer());
  CHECK(Live::count() == 0);
}

TEST_CASE("A generator that is destroyed half-way destroys its locals at once") {
  auto outer = []() -> Coro<void> {
    auto numbers = [](Live) -> AsyncGenerator<int> {
      Live local;
      co_yield 1;
      co_yield 2;
    };
    {
      auto generator = numbers(Live());
      const auto value = co_await generator.next();
      CHECK(value == 1);
      CHECK(Live::count() == 2);
    }
    CHECK(Live::count() == 0);
  };
  run(outer());
}

TEST_CASE("A generator whose owner goes while another task runs it lives until that has its value") {
  auto outer = []() -> Coro<void> {
    auto numbers = [](Live) -> AsyncGenerator<int> {
      Live local;
      co_await yield_now();
      co_yield 1;
    };
    auto generator = std::make_unique<AsyncGenerator<int>>(numbers(Live()));
    auto task = create_task(generator->next());
    co_await yield_now();
    generator.reset();
    CHECK(Live::count() == 2);
    const auto value = co_await task;
    CHECK(value == 1);
    CHECK(Live::count() == 0);
  };
  run(outer());
}

static AsyncGenerator<int> closed_slowly(Live, Event& closing, Event& gone) {
  std::exception_ptr error;
  try {
    co_yield 1;
  } catch (const GeneratorExit&) {
    error = std::current_exception();
  }
  closing.set();
  co_await gone.wait();
  if (error) std::rethrow_exception(error);
}

static Coro<void> own_until_closing(AsyncGenerator<int> numbers, Event& closing, Event& gone) {
  const auto value = co_await numbers.next();
  CHECK(value == 1);
  co_await closing.wait();
  gone.set();
}

TEST_CASE("The end of run() may close a generator whose owner goes meanwhile") {
  Event closing;
  Event gone;
  // A task that is made as others are cancelled is not cancelled itself.
  auto cleans_up = [&]() -> Coro<void> {
    const Result<void> result = co_await capture(sleep(std::chrono::seconds(1)));
    create_task(own_until_closing(closed_slowly(Live(), closing, gone), closing, gone));
    result.value();
  };
  auto outer = [&]() -> Coro<void> {
    create_task(cleans_up());
    co_await yield_now();
  };
  run(outer(), {.clock = virtual_clock});
  CHECK(gone.is_set());
  CHECK(Live::count() == 0);
}

TEST_CASE("A generator that ends destroys its frame with the object that owns it") {
  auto outer = []() -> Coro<void> {
    auto numbers = [](Live) -> AsyncGenerator<int> {
      Live local;
      co_yield 1;
    };
    auto generator = numbers(Live());
    auto value = co_await generator.next();
    CHECK(value == 1);
    value = co_await generator.next();
    CHECK_FALSE(value);
    value = co_await generator.next();
    CHECK_FALSE(value);
    CHECK(Live::count() == 1);
  };
  run(outer());
  CHECK(Live::count() == 0);
}
