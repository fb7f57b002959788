#include "posix/loop/posix_reactor.hpp"

#include <pthread.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/os_error.hpp"
#include "loop/forks.hpp"

namespace asyncio::native {

using detail::Direction;
using detail::Runnable;

namespace {

/// What one read takes at most, as in CPython.
constexpr std::size_t read_size = 256 * 1024;

}  // namespace

PosixReactor::PosixReactor() {
  // A loop that runs here is noticed to be the parent's, in a child.
  [[maybe_unused]] static const int counts_forks = ::pthread_atfork(nullptr, nullptr, [] { ++detail::forks; });
  selector_->change(waker_.readable_fd(), {}, {true, false});
  signals_.wake_fd = waker_.writable_fd();
}

PosixReactor::~PosixReactor() {
  for (const auto& [signal, callback] : signal_callbacks_) release_signal(signal, signals_);
}

Runnable* PosixReactor::watch(detail::LoopCore& loop, int fd, Direction direction, Runnable& callback) {
  Entry& place = entry(fd);
  loop_ = &loop;
  return replace(place, fd, direction, &callback);
}

PosixReactor::Entry& PosixReactor::entry(int fd) {
  if (fd < 0) std::rethrow_exception(detail::os_error(EBADF));
  const auto index = static_cast<std::size_t>(fd);
  if (index >= entries_.size()) entries_.resize(index + index / 2 + 16);
  return entries_[index];
}

const PosixReactor::Entry* PosixReactor::find(int fd) const noexcept {
  const auto index = static_cast<std::size_t>(fd);
  return fd >= 0 && index < entries_.size() ? &entries_[index] : nullptr;
}

Runnable* PosixReactor::unwatch(int fd, Direction direction) noexcept {
  if (!watched(fd, direction)) return nullptr;
  return replace(entries_[static_cast<std::size_t>(fd)], fd, direction, nullptr);
}

bool PosixReactor::unwatch(int fd, Direction direction, const Runnable& callback) noexcept {
  return watched(fd, direction) == &callback && unwatch(fd, direction);
}

Runnable* PosixReactor::watched(int fd, Direction direction) const noexcept {
  const Entry* entry = find(fd);
  return entry ? entry->callbacks[static_cast<std::size_t>(direction)] : nullptr;
}

void PosixReactor::disclaim(int fd) noexcept {
  if (find(fd)) entries_[static_cast<std::size_t>(fd)].claimed = false;
}

void PosixReactor::require_unclaimed(int fd) const {
  const Entry* entry = find(fd);
  if (entry && entry->claimed)
    throw std::runtime_error("File descriptor " + std::to_string(fd) + " is used by transport");
}

Runnable* PosixReactor::replace(Entry& entry, int fd, Direction direction, Runnable* callback) {
  const Interest before = entry.interest();
  Runnable*& place = entry.callbacks[static_cast<std::size_t>(direction)];
  Runnable* const previous = std::exchange(place, callback);
  const Interest now = entry.interest();
  try {
    // Another one for the same direction: the descriptor may be another, too, of the same number.
    if (before != now || (callback && callback != previous)) selector_->change(fd, before, now);
  } catch (...) {
    // To take away does not fail: at worst the system tells in vain of what nobody watches.
    if (callback) {
      place = previous;
      throw;
    }
  }
  if (before.any() != now.any()) watched_ += now.any() ? 1U : std::size_t(-1);
  loop_->host_watches = watched_ > 0;
  return previous;
}

std::span<char> PosixReactor::read_buffer() {
  // Most loops never read: and not filled with zeros, so that only what is used takes memory.
  if (!read_buffer_) read_buffer_.reset(new char[read_size]);
  return {read_buffer_.get(), read_size};
}

void PosixReactor::watch_signal(detail::LoopCore& loop, int signal, Runnable& callback) {
  loop_ = &loop;
  Runnable*& place = signal_callbacks_[signal];
  try {
    catch_signal(signal, signals_);
  } catch (...) {
    if (!place) signal_callbacks_.erase(signal);
    throw;
  }
  place = &callback;
}

void PosixReactor::unwatch_signal(int signal, Runnable& callback) noexcept {
  const auto found = signal_callbacks_.find(signal);
  if (found == signal_callbacks_.end() || found->second != &callback) return;
  signal_callbacks_.erase(found);
  release_signal(signal, signals_);
}

void PosixReactor::ready(Runnable* callback) {
  if (callback && !callback->linked()) loop_->push(*callback);
}

void PosixReactor::deliver_signals() {
  take_signals(signals_, [this](int signal) {
    const auto found = signal_callbacks_.find(signal);
    if (found != signal_callbacks_.end()) ready(found->second);
  });
}

std::size_t PosixReactor::poll(std::optional<Duration> timeout) {
  const auto events = selector_->wait(timeout);
  for (const Selector::Event& event : events) {
    if (event.fd == waker_.readable_fd()) {
      waker_.clear();
      continue;
    }
    const Entry& entry = entries_[static_cast<std::size_t>(event.fd)];
    if (event.readable) ready(entry.callbacks[0]);
    if (event.writable) ready(entry.callbacks[1]);
  }
  deliver_signals();
  return events.size();
}

}  // namespace asyncio::native
