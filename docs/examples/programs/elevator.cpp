// An elevator simulation: one cabin serves calls of passengers, sweeping up and down; a condition wakes whom it concerns.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using asyncio::Coro;
// A second of the simulation takes a tenth of one.
using Seconds = std::chrono::duration<int, std::deci>;

enum class Direction { down = -1, idle = 0, up = 1 };

std::ostream& operator<<(std::ostream& os, Direction d) {
  switch (d) {
    case Direction::down:
      return os << "v";
    case Direction::up:
      return os << "^";
    default:
      return os << "-";
  }
}

class Elevator {
 public:
  explicit Elevator(int floors) : floors_(floors) {}

  Coro<void> operate() {
    for (;;) {
      {
        auto hold = co_await changed_.scoped_lock();
        co_await changed_.wait_for([this] { return !stops_.empty() || closing_; });
        if (stops_.empty()) co_return;
        choose_direction();
        if (stops_.count(floor_) == 0) {
          hold.unlock();
          co_await move();
          continue;
        }
        stops_.erase(floor_);
        open_ = true;
        log("opens");
        changed_.notify_all();
      }
      co_await asyncio::sleep(Seconds(2));
      auto hold = co_await changed_.scoped_lock();
      open_ = false;
      log("closes");
      changed_.notify_all();
    }
  }

  Coro<void> ride(std::string who, int from, int to) {
    auto hold = co_await changed_.scoped_lock();
    for (;;) {
      press(from);
      co_await changed_.wait_for([this, from] { return open_ && floor_ == from; });
      if (aboard_.size() < 2) break;
      log(who + " finds it full");
      co_await changed_.wait_for([this] { return !open_; });
    }
    aboard_.insert(who);
    log(who + " gets in");
    press(to);
    co_await changed_.wait_for([this, to] { return open_ && floor_ == to; });
    aboard_.erase(who);
    log(who + " gets out");
    ++carried_;
    changed_.notify_all();
  }

  void close() {
    closing_ = true;
    changed_.notify_all();
  }

  asyncio::Condition& changed() { return changed_; }
  int travelled() const { return travelled_; }
  int carried() const { return carried_; }

 private:
  void press(int floor) {
    if (floor < 0 || floor >= floors_) throw std::out_of_range("there is no floor " + std::to_string(floor));
    if (open_ && floor == floor_) return;
    stops_.insert(floor);
    changed_.notify_all();
  }

  void choose_direction() {
    const auto above = std::distance(stops_.upper_bound(floor_), stops_.end());
    const auto below = std::distance(stops_.begin(), stops_.lower_bound(floor_));
    if (direction_ == Direction::up && above > 0) return;
    if (direction_ == Direction::down && below > 0) return;
    direction_ = above > 0 ? Direction::up : below > 0 ? Direction::down : Direction::idle;
  }

  Coro<void> move() {
    co_await asyncio::sleep(Seconds(1));
    floor_ += static_cast<int>(direction_);
    ++travelled_;
  }

  void log(const std::string& what) const {
    const auto now = std::chrono::duration_cast<Seconds>(asyncio::get_running_loop().time() - start_);
    std::cout << std::setw(4) << now.count() << " s  floor " << floor_ << ' ' << direction_ << "  " << what;
    if (!aboard_.empty()) {
      std::cout << "  [ ";
      std::copy(aboard_.begin(), aboard_.end(), std::ostream_iterator<std::string>(std::cout, " "));
      std::cout << "]";
    }
    std::cout << std::endl;
  }

  int floors_;
  int floor_ = 0;
  Direction direction_ = Direction::idle;
  bool open_ = false;
  bool closing_ = false;
  std::set<int> stops_;
  std::set<std::string> aboard_;
  asyncio::Condition changed_;
  asyncio::TimePoint start_ = asyncio::get_running_loop().time();
  int travelled_ = 0;
  int carried_ = 0;
};

struct Trip {
  int at;
  std::string who;
  int from, to;
};

Coro<void> passenger(Elevator& elevator, Trip trip) {
  co_await asyncio::sleep(Seconds(trip.at));
  co_await elevator.ride(trip.who, trip.from, trip.to);
}

Coro<void> async_main() {
  Elevator elevator(6);
  const std::vector<Trip> trips = {
      {0, "Ida", 0, 4}, {1, "Joe", 2, 5}, {1, "Kim", 3, 0}, {2, "Lou", 2, 1}, {30, "Max", 5, 3},
  };
  auto running = asyncio::create_task(elevator.operate());
  co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& people) -> Coro<void> {
    for (const Trip& trip : trips) people.create_task(passenger(elevator, trip));
    co_return;
  });
  {
    auto hold = co_await elevator.changed().scoped_lock();
    elevator.close();
  }
  co_await running;
  std::cout << elevator.carried() << " passengers, " << elevator.travelled() << " floors travelled\n";
}

int main() { asyncio::run(async_main()); }
