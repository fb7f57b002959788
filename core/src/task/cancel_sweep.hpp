#pragma once

/// \file
/// Cancels many tasks at once.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "asyncio/detail/task/fan_out.hpp"
#include "asyncio/task.hpp"

namespace asyncio::detail {

/// Asks each of some tasks to cancel, in their order: what a `cancel()` of each does, though tasks await each other.
/// Then each request would go down the whole chain; here it ends where one has gone down before, and at the end those
/// that came there are counted, down each chain once.
class CancelSweep {
 public:
  /// \param tasks unfinished ones, with all that they await, of one loop
  explicit CancelSweep(const std::vector<AnyTask>& tasks) noexcept : tasks_(tasks) {}
  CancelSweep(const CancelSweep&) = delete;
  CancelSweep& operator=(const CancelSweep&) = delete;
  ~CancelSweep();

  /// \throws RecursionError if tasks await each other in a circle: the others have been asked by then
  void run();

  /// A request has come there. \returns whether it is the first: then it has to go on
  bool visit(TaskCore& task) noexcept;
  bool visit(FanOut& fan) noexcept;

 private:
  struct Repeated {
    /// So many requests more than the one that went on.
    std::uint64_t times = 0;
    /// Where the search has come to.
    std::size_t next = 0;
    bool on_the_way = false;
    bool ordered = false;
  };
  void count(FutureCore& future) noexcept;
  static FutureCore* next_of(FutureCore& future, std::size_t index);
  std::vector<FutureCore*> downwards();
  void search(FutureCore& start, std::vector<FutureCore*>& order);
  void repeat(FutureCore& future);

  const std::vector<AnyTask>& tasks_;
  std::vector<FanOut*> fans_;
  std::unordered_map<FutureCore*, Repeated> repeated_;
};

}  // namespace asyncio::detail
