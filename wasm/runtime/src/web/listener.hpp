#pragma once

/// \file
/// How the events of JavaScript's objects reach the program.

#include <cstddef>
#include <exception>
#include <string>

namespace asyncio::web {

/// What has happened; the numbers are those of docs/host-abi.md. The first four say why something did not work.
enum class EventKind : int { failed, refused, invalid, unsupported, head, body, opened, text, binary, drained, closed };

/// The program's end of something that JavaScript holds. As long as it listens the loop can be woken from outside, so
/// tasks that wait for it are no deadlock.
class Listener {
 public:
  Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Called between two iterations of the loop, or within a call of JavaScript's for what it knows at once.
  virtual void on_event(EventKind kind, std::string bytes) = 0;

  int id() const noexcept { return id_; }

 protected:
  /// Whoever still listens drops what JavaScript holds.
  ~Listener();
  void listen();
  void stop_listening() noexcept;
  /// Stops listening, and has JavaScript end and forget what it holds.
  void drop() noexcept;

 private:
  int id_;
};

/// The error that an event of one of the first four kinds stands for; null for the others.
std::exception_ptr error_of(EventKind kind, const std::string& message);

/// For as long as it lives, time that is not real stands still for the running loop, as it does for a call in a thread.
class StandingTime {
 public:
  StandingTime();
  StandingTime(const StandingTime&) = delete;
  StandingTime& operator=(const StandingTime&) = delete;
  ~StandingTime() { --calls_; }

 private:
  std::size_t& calls_;
};

}  // namespace asyncio::web
