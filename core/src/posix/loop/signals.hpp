#pragma once

/// \file
/// From a signal's context to a loop. A signal belongs to the process, so what stands here is global by its nature.

#include <atomic>
#include <functional>

namespace asyncio::native {

/// Where signals are noted for one loop.
struct SignalTarget {
  /// Some signal has come since the loop looked last.
  std::atomic<bool> arrived{false};
  /// An eventfd or pipe that ends the loop's wait.
  std::atomic<int> wake_fd{-1};
};

/// \throws std::invalid_argument unless there may be such a signal
void require_signal(int signal);
/// Routes a signal to a loop; the last one that asks gets it. \throws OSError
void catch_signal(int signal, SignalTarget& target);
/// Restores what the signal did before, unless another loop or the program itself has it. Nobody uses the target
/// afterwards.
void release_signal(int signal, SignalTarget& target) noexcept;
/// Calls `f(signal)` for each signal that has come for the loop since the last call.
void take_signals(SignalTarget& target, const std::function<void(int)>& f);
/// Whether this is the main thread and the signal has its default action.
bool signal_is_default(int signal) noexcept;

}  // namespace asyncio::native
