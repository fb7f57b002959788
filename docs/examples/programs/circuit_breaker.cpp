// A circuit breaker before an unreliable service: closed, open, half open, and what each caller gets.
#include <asyncio/asyncio.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using Duration = std::chrono::duration<double>;

class CircuitOpen : public std::runtime_error {
 public:
  explicit CircuitOpen(double seconds) : std::runtime_error(describe(seconds)), seconds_(seconds) {}
  double seconds() const noexcept { return seconds_; }

 private:
  static std::string describe(double seconds) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(2) << "the circuit is open for another " << seconds << " s";
    return out.str();
  }
  double seconds_;
};

class CircuitBreaker {
 public:
  enum class State { closed, open, half_open };
  struct Settings {
    int failures = 3;
    std::chrono::milliseconds window = 1s;
    std::chrono::milliseconds pause = 500ms;
    std::chrono::milliseconds patience = 100ms;
  };
  using Listener = std::function<void(State from, State to)>;

  CircuitBreaker(Settings settings, Listener listener) : settings_(settings), listener_(std::move(listener)) {}

  template <class T>
  asyncio::Coro<T> call(asyncio::Coro<T> request) {
    if (state_ == State::open) {
      request.close();
      const Duration left = until_ - loop_.time();
      throw CircuitOpen(left.count());
    }
    if (state_ == State::half_open && probing_) {
      request.close();
      throw CircuitOpen(0);
    }
    probing_ = state_ == State::half_open;
    auto result = co_await asyncio::capture(asyncio::wait_for(std::move(request), settings_.patience));
    probing_ = false;
    if (result) {
      succeeded();
    } else {
      failed();
    }
    co_return std::move(result).value();
  }

  State state() const { return state_; }

 private:
  void become(State next) {
    if (next == state_) return;
    const State previous = std::exchange(state_, next);
    listener_(previous, next);
  }

  void succeeded() {
    if (state_ == State::half_open) failures_.clear();
    become(State::closed);
  }

  void failed() {
    const auto now = loop_.time();
    failures_.push_back(now);
    while (!failures_.empty() && failures_.front() < now - settings_.window) failures_.pop_front();
    const bool too_many = static_cast<int>(failures_.size()) >= settings_.failures;
    if (state_ == State::half_open || too_many) {
      until_ = now + settings_.pause;
      become(State::open);
      loop_.call_at(until_, [this] { become(State::half_open); });
    }
  }

  Settings settings_;
  Listener listener_;
  asyncio::EventLoop& loop_ = asyncio::get_running_loop();
  State state_ = State::closed;
  bool probing_ = false;
  std::deque<asyncio::TimePoint> failures_;
  asyncio::TimePoint until_{};
};

std::ostream& operator<<(std::ostream& out, CircuitBreaker::State state) {
  static const char* const names[] = {"closed", "open", "half open"};
  return out << names[static_cast<int>(state)];
}

class Service {
 public:
  asyncio::Coro<std::string> request(int id) {
    const auto age = asyncio::get_running_loop().time() - start_;
    if (age > 300ms && age < 900ms) {
      co_await asyncio::sleep(id % 2 == 0 ? 3s : 2ms);
      throw std::runtime_error("internal error");
    }
    co_await asyncio::sleep(5ms);
    co_return "answer " + std::to_string(id);
  }

 private:
  asyncio::TimePoint start_ = asyncio::get_running_loop().time();
};

asyncio::Coro<std::string> ask(CircuitBreaker& breaker, Service& service, int id) {
  try {
    co_return co_await breaker.call(service.request(id));
  } catch (const CircuitOpen& refused) {
    co_return std::string("refused: ") + refused.what();
  } catch (const asyncio::TimeoutError&) {
    co_return "failed: no answer";
  } catch (const std::exception& error) {
    co_return std::string("failed: ") + error.what();
  }
}

asyncio::Coro<void> async_main() {
  Service service;
  CircuitBreaker breaker({.failures = 3, .pause = 400ms}, [](auto from, auto to) {
    std::cout << "      -- " << from << " -> " << to << '\n';
  });
  for (int id = 0; id < 16; ++id) {
    const std::string answer = co_await ask(breaker, service, id);
    std::cout << std::setw(4) << id << "  " << answer << '\n';
    co_await asyncio::sleep(90ms);
  }
  std::cout << "in the end " << breaker.state() << '\n';
}

int main() { asyncio::run(async_main()); }
