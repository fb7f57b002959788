#pragma once

/// \file
/// What a host with file descriptors and signals can do.

#include <span>

#include "asyncio/detail/loop/direction.hpp"
#include "asyncio/detail/loop/runnable.hpp"

namespace asyncio::detail {

class LoopCore;

/// Tells of ready file descriptors and of signals. All its members belong to the loop's thread.
class Reactor {
 public:
  virtual ~Reactor() = default;

  /// Runs `callback` in every iteration in which the descriptor is ready. \returns what was watched before, or null.
  /// \throws OSError
  virtual Runnable* watch(LoopCore& loop, int fd, Direction direction, Runnable& callback) = 0;
  /// For the owner of the descriptor: takes away whatever is watched. \returns it, or null
  virtual Runnable* unwatch(int fd, Direction direction) noexcept = 0;
  /// For all others: the descriptor may have been closed meanwhile, and its number may be another's, whose watch stays.
  /// \returns whether `callback` was what was watched
  virtual bool unwatch(int fd, Direction direction, const Runnable& callback) noexcept = 0;
  /// The callback for that direction, or null.
  virtual Runnable* watched(int fd, Direction direction) const noexcept = 0;

  /// A transport takes the descriptor: nobody else is to watch it until disclaim().
  virtual void claim(int fd) = 0;
  virtual void disclaim(int fd) noexcept = 0;
  /// \throws std::runtime_error("File descriptor 3 is used by transport")
  virtual void require_unclaimed(int fd) const = 0;

  /// What descriptors are read into, a piece at a time: shared by all of the loop.
  virtual std::span<char> read_buffer() = 0;

  /// Runs `callback` for each arrival of a signal, instead of the one before. \throws OSError
  virtual void watch_signal(LoopCore& loop, int signal, Runnable& callback) = 0;
  /// Restores what the signal did before. Nothing if another callback has taken its place.
  virtual void unwatch_signal(int signal, Runnable& callback) noexcept = 0;
  /// \throws std::invalid_argument("invalid signal number 0")
  virtual void require_signal(int signal) const = 0;
  /// Whether this thread is the one that gets the program's signals, and the signal does what it does by default.
  virtual bool signal_is_default(int signal) const noexcept = 0;
};

/// The loop's reactor. \param call for the message: "add_reader()". \throws NotSupportedError where there is none
Reactor& require_reactor(LoopCore& loop, const char* call);

}  // namespace asyncio::detail
