#pragma once

#include <asyncio/detail/loop/loop_core.hpp>
#include <asyncio/event_loop.hpp>
#include <functional>
#include <memory>

/// A host that lets a test call run_once() by hand: nothing comes from outside, and real time stands still.
class ScriptedHost : public asyncio::Host {
 public:
  using Script = std::function<void(asyncio::EventLoop&)>;
  explicit ScriptedHost(Script script, bool may_wake = true) : script_(std::move(script)), may_wake_(may_wake) {}

  asyncio::TimePoint now() override { return {}; }
  void poll(std::optional<asyncio::Duration>) override {}
  void wake() override {}
  bool may_wake() const override { return may_wake_; }
  void drive(asyncio::EventLoop& loop) override { script_(loop); }

 private:
  Script script_;
  bool may_wake_;
};

/// A host for plain runs from which nothing can come: a run that would wait for ever fails with DeadlockError.
class LonelyHost : public asyncio::Host {
 public:
  asyncio::TimePoint now() override { return {}; }
  void poll(std::optional<asyncio::Duration>) override {}
  void wake() override {}
  bool may_wake() const override { return false; }
};

/// Runs `script` as the running loop's driver; then the loop is destroyed with what is left in it.
inline void step_by_hand(ScriptedHost::Script script, asyncio::ClockChoice clock = asyncio::virtual_clock) {
  asyncio::EventLoop loop(std::make_unique<ScriptedHost>(std::move(script)), clock);
  loop.run_forever();
}

/// Runs iterations until nothing is ready. \returns how many.
inline int run_until_idle(asyncio::EventLoop& loop) {
  int iterations = 0;
  for (; loop.core().next_delay() == asyncio::Duration::zero(); ++iterations) loop.run_once();
  return iterations;
}
