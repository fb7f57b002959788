#pragma once

/// \file
/// What an eager task's first step interrupts.

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/task/task_core.hpp"

namespace asyncio::detail {

/// Keeps the task that runs while another one's first step runs inside it, and makes it the running one again, even if
/// an error leaves that step.
class OuterTask {
 public:
  OuterTask() noexcept : task_(this_thread().task), innermost_(this_thread().innermost) {
    if (task_) task_->note_innermost(innermost_);
  }
  OuterTask(const OuterTask&) = delete;
  OuterTask& operator=(const OuterTask&) = delete;
  ~OuterTask() {
    this_thread().task = task_;
    this_thread().innermost = innermost_;
  }

 private:
  TaskCore* task_;
  PromiseBase* innermost_;
};

}  // namespace asyncio::detail
