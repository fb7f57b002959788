#include <asyncio/detail/loop/ready_queue.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <vector>

using asyncio::detail::CallbackList;
using asyncio::detail::ReadyQueue;
using asyncio::detail::Runnable;

namespace {

struct Numbered final : Runnable {
  explicit Numbered(int n) : number(n) {}
  void run() override {}
  int number;
};

std::vector<int> pop_all(ReadyQueue& queue) {
  std::vector<int> numbers;
  while (!queue.empty())
    if (Runnable* node = queue.pop()) numbers.push_back(static_cast<Numbered*>(node)->number);
  return numbers;
}

std::vector<int> take_all(CallbackList& list) {
  std::vector<int> numbers;
  list.take_each([&](Runnable& node) { numbers.push_back(static_cast<Numbered&>(node).number); });
  return numbers;
}

}  // namespace

TEST_CASE("The ready queue gives what it got, in order, however often it has to grow and wherever it begins") {
  ReadyQueue queue;
  std::vector<std::unique_ptr<Numbered>> nodes;
  std::vector<int> expected;
  int popped = 0;
  for (int i = 0; i < 1000; ++i) {
    nodes.push_back(std::make_unique<Numbered>(i));
    queue.push(*nodes.back());
    if (i % 3 == 0) {
      Runnable* first = queue.pop();
      REQUIRE(first == nodes[static_cast<std::size_t>(popped)].get());
      CHECK_FALSE(first->linked());
      ++popped;
    }
  }
  for (int i = popped; i < 1000; ++i) expected.push_back(i);
  CHECK(pop_all(queue) == expected);
  CHECK(queue.head() == queue.tail());
}

TEST_CASE("What is destroyed in the ready queue leaves an empty slot, also after the queue has grown") {
  ReadyQueue queue;
  Numbered first(1);
  auto second = std::make_unique<Numbered>(2);
  Numbered third(3);
  queue.push(first);
  queue.push(*second);
  queue.push(third);
  std::vector<std::unique_ptr<Numbered>> many;
  for (int i = 4; i < 200; ++i) queue.push(*many.emplace_back(std::make_unique<Numbered>(i)));
  second.reset();
  many.clear();
  CHECK(pop_all(queue) == std::vector{1, 3});
}

TEST_CASE("A ready queue that is destroyed lets its nodes go") {
  Numbered node(1);
  {
    ReadyQueue queue;
    queue.push(node);
    CHECK(node.linked());
  }
  CHECK_FALSE(node.linked());
}

TEST_CASE("Callbacks are taken in the order in which they were added") {
  CallbackList list;
  Numbered first(1), second(2), third(3);
  CHECK(list.empty());
  list.add(first);
  CHECK(take_all(list) == std::vector{1});
  list.add(first);
  list.add(second);
  list.add(third);
  CHECK(take_all(list) == std::vector{1, 2, 3});
  CHECK(list.empty());
}

TEST_CASE("A callback leaves its list wherever it stands") {
  CallbackList list;
  Numbered first(1), third(3), fifth(5);
  {
    Numbered second(2), fourth(4), sixth(6);
    for (Numbered* node : {&first, &second, &third, &fourth, &fifth, &sixth}) list.add(*node);
  }
  CHECK(take_all(list) == std::vector{1, 3, 5});
}

TEST_CASE("A callback that is taken may destroy the next one") {
  CallbackList list;
  Numbered first(1);
  auto second = std::make_unique<Numbered>(2);
  Numbered third(3);
  list.add(first);
  list.add(*second);
  list.add(third);
  std::vector<int> taken;
  list.take_each([&](Runnable& node) {
    taken.push_back(static_cast<Numbered&>(node).number);
    second.reset();
  });
  CHECK(taken == std::vector{1, 3});
}
