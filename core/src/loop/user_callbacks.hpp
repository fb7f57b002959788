#pragma once

/// \file
/// What add_reader(), add_writer() and add_signal_handler() have registered. Source: Lib/asyncio/selector_events.py,
/// unix_events.py.

#include <map>
#include <utility>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/loop/persistent_handle.hpp"
#include "loop/reactor.hpp"

namespace asyncio::detail {

/// Owns a program's callbacks of descriptors and signals; the reactor knows where they are.
class UserCallbacks final : public LoopPart {
 public:
  explicit UserCallbacks(LoopCore& loop) noexcept : loop_(loop) {}
  ~UserCallbacks() override;

  /// \throws std::runtime_error("File descriptor 3 is used by transport"); OSError
  void add(int fd, Direction direction, Ref<PersistentHandle> handle);
  /// \throws the same std::runtime_error
  bool remove(int fd, Direction direction);
  /// \throws std::runtime_error("sig 9 cannot be caught")
  void add_signal(int signal, Ref<PersistentHandle> handle);
  /// \throws std::invalid_argument("invalid signal number 0")
  bool remove_signal(int signal);
  void drop_all() noexcept;

 private:
  using Key = std::pair<int, Direction>;
  LoopCore& loop_;
  std::map<Key, Ref<PersistentHandle>> descriptors_;
  std::map<int, Ref<PersistentHandle>> signals_;
};

/// Those of the loop, made at the first use.
UserCallbacks& user_callbacks(LoopCore& loop);

}  // namespace asyncio::detail
