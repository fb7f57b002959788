#pragma once

/// \file
/// File descriptors and signals of one loop.

#include <array>
#include <map>
#include <vector>

#include "loop/reactor.hpp"
#include "posix/loop/selector.hpp"
#include "posix/loop/signals.hpp"
#include "posix/loop/waker.hpp"

namespace asyncio::native {

class PosixReactor final : public detail::Reactor {
 public:
  PosixReactor();
  ~PosixReactor() override;

  detail::Runnable* watch(detail::LoopCore& loop, int fd, detail::Direction direction,
                          detail::Runnable& callback) override;
  detail::Runnable* unwatch(int fd, detail::Direction direction) noexcept override;
  bool unwatch(int fd, detail::Direction direction, const detail::Runnable& callback) noexcept override;
  detail::Runnable* watched(int fd, detail::Direction direction) const noexcept override;
  void claim(int fd) override { entry(fd).claimed = true; }
  void disclaim(int fd) noexcept override;
  void require_unclaimed(int fd) const override;
  std::span<char> read_buffer() override;
  void watch_signal(detail::LoopCore& loop, int signal, detail::Runnable& callback) override;
  void unwatch_signal(int signal, detail::Runnable& callback) noexcept override;
  void require_signal(int signal) const override { native::require_signal(signal); }
  bool signal_is_default(int signal) const noexcept override { return native::signal_is_default(signal); }

  /// Looks for events, or waits for them, and puts their callbacks into the ready queue. \returns how many there were
  std::size_t poll(std::optional<Duration> timeout);
  /// Whether any descriptor is watched.
  bool watches_descriptors() const noexcept { return watched_ > 0; }
  bool signalled() const noexcept { return signals_.arrived.load(std::memory_order_relaxed); }
  void wake() const noexcept { waker_.notify(); }

 private:
  struct Entry {
    std::array<detail::Runnable*, 2> callbacks{};
    /// A transport has it.
    bool claimed = false;
    Interest interest() const noexcept { return {callbacks[0] != nullptr, callbacks[1] != nullptr}; }
  };
  /// That of a descriptor, made at the first use. \throws OSError for a number below 0
  Entry& entry(int fd);
  /// The same, or null if nobody has used it.
  const Entry* find(int fd) const noexcept;
  void ready(detail::Runnable* callback);
  void deliver_signals();
  detail::Runnable* replace(Entry& entry, int fd, detail::Direction direction, detail::Runnable* callback);

  std::unique_ptr<Selector> selector_ = make_selector();
  Waker waker_;
  SignalTarget signals_;
  std::map<int, detail::Runnable*> signal_callbacks_;
  /// By descriptor.
  std::vector<Entry> entries_;
  std::size_t watched_ = 0;
  std::unique_ptr<char[]> read_buffer_;
  /// Known once anything is watched: one reactor serves one loop.
  detail::LoopCore* loop_ = nullptr;
};

}  // namespace asyncio::native
