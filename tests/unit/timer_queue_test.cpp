#include <asyncio/detail/loop/ready_queue.hpp>
#include <asyncio/detail/loop/timer_queue.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <memory>
#include <random>
#include <set>

using asyncio::Duration;
using asyncio::TimePoint;
using asyncio::detail::ReadyQueue;
using asyncio::detail::Timer;
using asyncio::detail::TimerQueue;

namespace {

struct TestTimer final : Timer {
  explicit TestTimer(int n) : number(n) {}
  void run() override {}
  int number;
};

TimePoint at(int ticks) { return TimePoint(Duration(ticks)); }

/// What a queue of timers has to do, done slowly: a set of (deadline, order of arrival).
class Model {
 public:
  void add(int number, int when) { where_[number] = entries_.insert({when, ++arrivals_, number}).first; }
  void remove(int number) { entries_.erase(where_.at(number)); }
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
  std::map<int, std::set<Entry>::iterator> where_;
  int arrivals_ = 0;
};

/// A queue and its model, to which the same is done.
class Comparison {
 public:
  Comparison(int timers, unsigned seed) : random_(seed) {
    for (int i = 0; i < timers; ++i) timers_.push_back(std::make_unique<TestTimer>(i));
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  TestTimer& any() { return *timers_[static_cast<std::size_t>(below(static_cast<int>(timers_.size())))]; }

  void add(TestTimer& timer, int delay) {
    if (timer.scheduled()) return;
    queue_.add(timer, at(now_ + delay));
    model_.add(timer.number, now_ + delay);
  }
  void remove(TestTimer& timer) {
    if (!timer.scheduled()) return;
    timer.disarm();
    model_.remove(timer.number);
  }
  /// \returns whether one was due
  bool pop() {
    Timer* due = queue_.pop_due(at(now_));
    REQUIRE((due ? static_cast<TestTimer*>(due)->number : -1) == model_.pop_due(now_));
    return due != nullptr;
  }
  void advance(int by) { now_ += by; }
  void compare() {
    REQUIRE(queue_.size() == model_.size());
    if (!queue_.empty()) REQUIRE(queue_.next() == at(model_.next()));
  }

 private:
  std::mt19937 random_;
  std::vector<std::unique_ptr<TestTimer>> timers_;
  TimerQueue queue_;
  Model model_;
  int now_ = 0;
};

}  // namespace

TEST_CASE("The timer queue does what a sorted set does, whatever comes in whatever order") {
  struct Shape {
    int timers;
    int range;
    /// How far time goes on at most between two looks.
    int step;
  };
  // Few different deadlines: many are equal, and go in the order of arrival.
  const Shape shape = GENERATE(Shape{200, 20, 2}, Shape{4000, 3, 2}, Shape{4000, 1, 1}, Shape{4000, 1'000'000, 400},
                               Shape{4000, 1'000, 2});
  Comparison both(shape.timers, 20240601);
  int popped = 0;
  for (int operation = 0; operation < 50'000; ++operation) {
    switch (both.below(4)) {
      case 0:
      case 1:
        both.add(both.any(), both.below(shape.range));
        break;
      case 2:
        both.remove(both.any());
        break;
      case 3:
        both.advance(both.below(shape.step));
        if (both.pop()) ++popped;
        break;
    }
    // A look sorts: what is not looked at for a while must come out right as well.
    if (both.below(50) == 0) both.compare();
  }
  while (both.pop()) ++popped;
  both.compare();
  CHECK(popped > 1000);
}

TEST_CASE("Many timers that were added at once come out in order") {
  const int range = GENERATE(1, 2, 5'000, 1'000'000'000);
  Comparison both(20'000, 7);
  for (int i = 0; i < 40'000; ++i) both.add(both.any(), both.below(range));
  for (int i = 0; i < 10'000; ++i) both.remove(both.any());
  both.compare();
  both.advance(range);
  while (both.pop()) both.remove(both.any());
  both.compare();
}

TEST_CASE("Timers come out in order that were added the latest first") {
  Comparison both(3'000, 1);
  for (int i = 0; i < 6'000; ++i) both.add(both.any(), 10'000 - i);
  both.advance(10'000);
  while (both.pop()) both.compare();
}

TEST_CASE("Timers of one deadline come out in the order in which they went in") {
  TimerQueue queue;
  std::vector<std::unique_ptr<TestTimer>> timers;
  for (int i = 0; i < 100; ++i) {
    timers.push_back(std::make_unique<TestTimer>(i));
    queue.add(*timers.back(), at(5));
  }
  for (int i = 0; i < 100; ++i) CHECK(static_cast<TestTimer*>(queue.pop_due(at(5)))->number == i);
  CHECK(queue.pop_due(at(5)) == nullptr);
}

TEST_CASE("A timer that is destroyed leaves the queue") {
  TimerQueue queue;
  TestTimer stays(1);
  queue.add(stays, at(2));
  {
    TestTimer goes(2);
    queue.add(goes, at(1));
    CHECK(queue.next() == at(1));
  }
  CHECK(queue.size() == 1);
  CHECK(queue.next() == at(2));
}

TEST_CASE("A timer that is due and waits in the ready queue is disarmed by leaving that") {
  TimerQueue queue;
  ReadyQueue ready;
  TestTimer timer(1);
  queue.add(timer, at(1));
  ready.push(*queue.pop_due(at(1)));
  CHECK_FALSE(timer.scheduled());
  timer.disarm();
  CHECK(ready.pop() == nullptr);
  CHECK(ready.empty());
}

TEST_CASE("A timer queue that is destroyed lets its timers go") {
  TestTimer timer(1);
  {
    TimerQueue queue;
    queue.add(timer, at(1));
  }
  CHECK_FALSE(timer.scheduled());
  timer.disarm();
  CHECK_FALSE(timer.linked());
}

TEST_CASE("A timer can be armed again after it was popped") {
  TimerQueue queue;
  TestTimer timer(1);
  queue.add(timer, at(1));
  CHECK(queue.pop_due(at(1)) == &timer);
  queue.add(timer, at(3));
  CHECK(queue.pop_due(at(2)) == nullptr);
  CHECK(queue.pop_due(at(3)) == &timer);
}
