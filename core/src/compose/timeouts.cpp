#include "asyncio/timeouts.hpp"

#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/exceptions.hpp"
#include "coroutine/suppress.hpp"
#include "loop/repr_of_time.hpp"

namespace asyncio {

Timeout timeout(std::optional<Duration> delay) {
  const detail::LoopCore& loop = detail::running_loop();
  return Timeout(delay ? std::optional(loop.time() + *delay) : std::nullopt);
}

Timeout timeout_at(std::optional<TimePoint> when) { return Timeout(when); }

void Timeout::require_movable() const {
  if (state_ != State::created)
    throw std::runtime_error("Timeout has been entered and cannot be moved: its deadline refers to it");
}

// NOLINTBEGIN(performance-noexcept-move-constructor, bugprone-exception-escape): to refuse is what they are for.
Timeout::Timeout(Timeout&& other) : when_(other.when_) { other.require_movable(); }

Timeout& Timeout::operator=(Timeout&& other) {
  require_movable();
  other.require_movable();
  when_ = other.when_;
  return *this;
}
// NOLINTEND(performance-noexcept-move-constructor, bugprone-exception-escape)

std::string Timeout::repr() const {
  constexpr const char* names[] = {"created", "active", "expiring", "expired", "finished"};
  std::string text = std::string("<Timeout [") + names[static_cast<int>(state_)] + ']';
  if (state_ == State::entered) text += " when=" + (when_ ? detail::repr_of(*when_) : std::string("None"));
  return text + '>';
}

void Timeout::reschedule(std::optional<TimePoint> when) {
  switch (state_) {
    case State::created:
      throw std::runtime_error("Timeout has not been entered");
    case State::expiring:
      throw std::runtime_error("Cannot change state of expiring Timeout");
    case State::expired:
      throw std::runtime_error("Cannot change state of expired Timeout");
    case State::exited:
      throw std::runtime_error("Cannot change state of finished Timeout");
    case State::entered:
      break;
  }
  // What may fail comes first: the deadline before stays then.
  Handle timer;
  if (when) {
    detail::LoopCore& loop = detail::running_loop();
    auto fire = [this] { on_timeout(); };
    timer = *when <= loop.time() ? detail::call_soon(loop, fire) : detail::call_at(loop, *when, fire);
  }
  when_ = when;
  timer_.cancel();
  timer_ = std::move(timer);
}

void Timeout::on_timeout() {
  task_.cancel();
  state_ = State::expiring;
  timer_ = {};
}

void Timeout::enter() {
  if (state_ != State::created) throw std::runtime_error("Timeout has already been entered");
  AnyTask task = current_task();
  if (!task) throw std::runtime_error("Timeout should be used inside a task");
  state_ = State::entered;
  task_ = std::move(task);
  cancelling_ = task_.cancelling();
  reschedule(when_);
}

void Timeout::exit(const std::exception_ptr& error) {
  timer_.cancel();
  timer_ = {};
  if (state_ == State::expiring) {
    state_ = State::expired;
    // No request but ours is left: the cancellation was the deadline's.
    const bool ours = task_.uncancel() <= cancelling_;
    if (ours && error && detail::is_cancelled_error(error)) throw TimeoutError();
  } else if (state_ == State::entered) {
    state_ = State::exited;
  }
}

Coro<Timeout&> Timeout::aenter() {
  enter();
  co_return *this;
}

Coro<bool> Timeout::aexit(std::exception_ptr error) {
  // Before anything can fail.
  exit(error);
  return detail::suppress_nothing();
}

}  // namespace asyncio
