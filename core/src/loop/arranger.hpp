#pragma once

/// \file
/// How a test changes the order in which a loop runs what is ready.

#include <cstddef>
#include <cstdint>

namespace asyncio::detail {

class ReadyQueue;

/// Called before each iteration, of those loops that have one.
class Arranger {
 public:
  Arranger() = default;
  Arranger(const Arranger&) = delete;
  Arranger& operator=(const Arranger&) = delete;
  virtual ~Arranger() = default;

  /// May change the order of what stands from the queue's head to `end`, which iteration `number` will run.
  virtual void arrange(ReadyQueue& ready, std::size_t end, std::uint64_t number) noexcept = 0;
};

}  // namespace asyncio::detail
