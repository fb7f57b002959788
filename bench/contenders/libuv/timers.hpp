#pragma once

#include <uv.h>

#include <cstdint>
#include <vector>

#include "check.hpp"

/// A loop and its timers, which must stay where they are.
class Timers {
 public:
  explicit Timers(std::size_t count) : timers_(count) {
    uv_loop_init(&loop_);
    for (uv_timer_t& timer : timers_) {
      uv_timer_init(&loop_, &timer);
      timer.data = &fired_;
    }
  }
  Timers(const Timers&) = delete;
  Timers& operator=(const Timers&) = delete;
  ~Timers() {
    for (uv_timer_t& timer : timers_) uv_close(reinterpret_cast<uv_handle_t*>(&timer), nullptr);
    uv_run(&loop_, UV_RUN_DEFAULT);
    check(uv_loop_close(&loop_) == 0, "timers: the loop is still busy");
  }

  void insert_all(const std::vector<std::int64_t>& milliseconds) {
    for (std::size_t i = 0; i < timers_.size(); ++i)
      uv_timer_start(&timers_[i], on_timer, static_cast<std::uint64_t>(milliseconds[i]), 0);
  }
  void cancel(std::size_t i) { uv_timer_stop(&timers_[i]); }
  /// Until none is left.
  void run() { uv_run(&loop_, UV_RUN_DEFAULT); }
  long fired() const { return fired_; }

 private:
  static void on_timer(uv_timer_t* timer) { ++*static_cast<long*>(timer->data); }

  uv_loop_t loop_;
  std::vector<uv_timer_t> timers_;
  long fired_ = 0;
};
