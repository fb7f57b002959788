#include <algorithm>
#include <asyncio/detail/ready_queue.hpp>
#include <asyncio/detail/timer_heap.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <random>
#include <set>

using asyncio::Duration;
using asyncio::TimePoint;
using asyncio::detail::ReadyQueue;
using asyncio::detail::Timer;
using asyncio::detail::TimerHeap;

namespace {

struct TestTimer final : Timer {
  explicit TestTimer(int n) : number(n) {}
  void run() override {}
  int number;
};

TimePoint at(int ticks) { return TimePoint(Duration(ticks)); }

/// What a heap of timers has to do, done slowly: a set of (deadline, order of arrival).
class Model {
 public:
  void add(int number, int when) { entries_.insert({when, ++arrivals_, number}); }
  void remove(int number) {
    std::erase_if(entries_, [&](const Entry& e) { return e.number == number; });
  }
  int pop_due(int now) {
    if (entries_.empty() || entries_.begin()->when > now) return -1;
    const int number = entries_.begin()->number;
    entries_.erase(entries_.begin());
    return number;
  }
  std::size_t size() const { return entries_.size(); }
  int next() const { return entries_.begin()->when; }

 private:
  struct Entry {
    int when;
    int arrival;
    int number;
    auto operator<=>(const Entry&) const = default;
  };
  std::set<Entry> entries_;
  int arrivals_ = 0;
};

}  // namespace

TEST_CASE("The timer heap does what a sorted set does, whatever comes in whatever order") {
  std::mt19937 random(20240601);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::vector<std::unique_ptr<TestTimer>> timers;
  for (int i = 0; i < 200; ++i) timers.push_back(std::make_unique<TestTimer>(i));
  TimerHeap heap;
  Model model;
  int now = 0;
  int popped = 0;
  for (int operation = 0; operation < 50'000; ++operation) {
    TestTimer& timer = *timers[static_cast<std::size_t>(below(200))];
    switch (below(4)) {
      case 0:
      case 1:
        if (timer.scheduled()) break;
        // Few different deadlines: many are equal, and go in the order of arrival.
        heap.add(timer, at(now + below(20)));
        model.add(timer.number, static_cast<int>(timer.when().time_since_epoch().count()));
        break;
      case 2:
        if (!timer.scheduled()) break;
        timer.disarm();
        model.remove(timer.number);
        break;
      case 3:
        now += below(2);
        Timer* due = heap.pop_due(at(now));
        const int expected = model.pop_due(now);
        REQUIRE((due ? static_cast<TestTimer*>(due)->number : -1) == expected);
        if (due) ++popped;
        break;
    }
    REQUIRE(heap.size() == model.size());
    if (!heap.empty()) REQUIRE(heap.next() == at(model.next()));
  }
  CHECK(popped > 1000);
}

TEST_CASE("Timers of one deadline come out in the order in which they went in") {
  TimerHeap heap;
  std::vector<std::unique_ptr<TestTimer>> timers;
  for (int i = 0; i < 100; ++i) {
    timers.push_back(std::make_unique<TestTimer>(i));
    heap.add(*timers.back(), at(5));
  }
  for (int i = 0; i < 100; ++i) CHECK(static_cast<TestTimer*>(heap.pop_due(at(5)))->number == i);
  CHECK(heap.pop_due(at(5)) == nullptr);
}

TEST_CASE("A timer that is destroyed leaves the heap") {
  TimerHeap heap;
  TestTimer stays(1);
  heap.add(stays, at(2));
  {
    TestTimer goes(2);
    heap.add(goes, at(1));
    CHECK(heap.next() == at(1));
  }
  CHECK(heap.size() == 1);
  CHECK(heap.next() == at(2));
}

TEST_CASE("A timer that is due and waits in the ready queue is disarmed by leaving that") {
  TimerHeap heap;
  ReadyQueue ready;
  TestTimer timer(1);
  heap.add(timer, at(1));
  ready.push(*heap.pop_due(at(1)));
  CHECK_FALSE(timer.scheduled());
  timer.disarm();
  CHECK(ready.pop() == nullptr);
  CHECK(ready.empty());
}

TEST_CASE("A heap that is destroyed lets its timers go") {
  TestTimer timer(1);
  {
    TimerHeap heap;
    heap.add(timer, at(1));
  }
  CHECK_FALSE(timer.scheduled());
  timer.disarm();
  CHECK_FALSE(timer.linked());
}

TEST_CASE("A timer can be armed again after it was popped") {
  TimerHeap heap;
  TestTimer timer(1);
  heap.add(timer, at(1));
  CHECK(heap.pop_due(at(1)) == &timer);
  heap.add(timer, at(3));
  CHECK(heap.pop_due(at(2)) == nullptr);
  CHECK(heap.pop_due(at(3)) == &timer);
}
