#pragma once

/// \file
/// Waits for the end of a child process. Source: _PidfdChildWatcher, _ThreadedChildWatcher in
/// Lib/asyncio/unix_events.py.

#include <sys/types.h>

#include <functional>
#include <memory>

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::native {

/// Watches one child, on its loop's thread. A child that has not ended when its watcher goes is reaped by a thread, if
/// there can be one.
class ChildWatcher {
 public:
  /// Gets the return code, once.
  using Callback = std::function<void(int)>;

  virtual ~ChildWatcher();
  ChildWatcher(const ChildWatcher&) = delete;
  ChildWatcher& operator=(const ChildWatcher&) = delete;

  /// Nothing if the child has ended: its number may be another's by now. \throws OSError
  void send_signal(int signal) const;
  /// Ends the child, if the system allows it.
  void kill() const noexcept;

 protected:
  ChildWatcher(pid_t pid, Callback ended) noexcept : pid_(pid), ended_(std::move(ended)) {}
  /// From now on the child is for this to reap.
  void take_over() noexcept { reaps_ = true; }
  pid_t pid() const noexcept { return pid_; }
  /// Asks the system how it ended, and tells. May destroy the watcher.
  void reap();

 private:
  pid_t pid_;
  Callback ended_;
  bool reaps_ = false;
};

/// By a descriptor of the process, where the system has such, else by a thread; the environment variable
/// ASYNCIO_CHILD_WATCHER=thread chooses the latter. If it throws, the child is still the caller's.
std::unique_ptr<ChildWatcher> watch_child(detail::LoopCore& loop, pid_t pid, ChildWatcher::Callback ended);

}  // namespace asyncio::native
