#pragma once

/// \file
/// How a schedule changes the order in which a loop runs what is ready.

#include <cstddef>

namespace asyncio::detail {

class ReadyQueue;

/// Called before each iteration, of those loops that have one.
class Arranger {
 public:
  Arranger() = default;
  Arranger(const Arranger&) = delete;
  Arranger& operator=(const Arranger&) = delete;

  /// May change the order of what stands from the queue's head to `end`, which the iteration will run.
  virtual void arrange(ReadyQueue& ready, std::size_t end) noexcept = 0;

 protected:
  // Whoever lets a loop have one owns it.
  ~Arranger() = default;
};

}  // namespace asyncio::detail
