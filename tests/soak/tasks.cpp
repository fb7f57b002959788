#include <optional>
#include <stdexcept>

#include "work.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

Coro<int> sleeper(std::chrono::milliseconds time, bool fails) {
  co_await asyncio::sleep(time);
  if (fails) throw std::runtime_error("as was asked");
  co_return 1;
}

Coro<void> produce(asyncio::Queue<int>& queue, int count) {
  for (int i = 0; i < count; ++i) co_await queue.put(i);
}

Coro<void> consume(asyncio::Queue<int>& queue, asyncio::Semaphore& places) {
  for (;;) {
    co_await queue.get();
    co_await places.acquire();
    co_await asyncio::sleep(0ms);
    places.release();
    queue.task_done();
  }
}

Coro<void> work_with_queue() {
  asyncio::Queue<int> queue(10);
  asyncio::Semaphore places(2);
  std::vector<asyncio::Task<void>> consumers;
  for (int i = 0; i < 4; ++i) consumers.push_back(asyncio::create_task(consume(queue, places)));
  co_await produce(queue, 500);
  co_await queue.join();
  for (auto& consumer : consumers) consumer.cancel();
  for (auto& consumer : consumers) {
    auto ended = co_await asyncio::capture(consumer);
    if (ended) throw std::logic_error("a consumer ended by itself");
  }
}

/// Some end, some fail, some are cancelled, some are too late.
Coro<void> work_with_sleepers(Chance& chance) {
  std::vector<asyncio::Task<int>> tasks;
  for (int i = 0; i < 200; ++i)
    tasks.push_back(asyncio::create_task(sleeper(some_milliseconds(chance, 50), i % 7 == 0)));
  co_await asyncio::sleep(some_milliseconds(chance, 20));
  for (std::size_t i = 0; i < tasks.size(); i += 3) tasks[i].cancel();
  for (auto& task : tasks) {
    auto ended = co_await asyncio::capture(asyncio::wait_for(task, 25ms));
    (void)ended;
  }
}

asyncio::AsyncGenerator<int> count_up() {
  for (int i = 0;; ++i) {
    co_await asyncio::sleep(0ms);
    co_yield i;
  }
}

Coro<void> work_with_generator() {
  auto numbers = count_up();
  for (;;) {
    const std::optional<int> number = co_await numbers.next();
    if (number == 50) break;
  }
  co_await numbers.aclose();
}

Coro<void> work_with_group() {
  const auto body = [](asyncio::TaskGroup& group) -> Coro<void> {
    for (int i = 0; i < 20; ++i) group.create_task(sleeper(std::chrono::milliseconds(i), i == 10));
    co_return;
  };
  auto ended = co_await asyncio::capture(asyncio::with(asyncio::TaskGroup(), body));
  if (ended) throw std::logic_error("the group did not fail");
}

}  // namespace

Coro<void> work_with_tasks(Chance& chance) {
  co_await work_with_queue();
  co_await work_with_sleepers(chance);
  co_await work_with_generator();
  co_await work_with_group();
}
