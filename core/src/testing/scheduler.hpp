#pragma once

/// \file
/// Runs the tasks that are ready in the order that a schedule, or chance, says.

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "asyncio/detail/testing/schedule.hpp"
#include "loop/arranger.hpp"

namespace asyncio::detail {

/// Where a task could have been chosen instead of the first: `picks` of them.
struct ChoicePoint {
  std::uint64_t iteration;
  std::size_t slot;
  std::size_t picks;
};

/// Decides, and remembers what it could have decided.
class Scheduler final : public Arranger {
 public:
  explicit Scheduler(const testing::Schedule& schedule) : given_(schedule) {}
  explicit Scheduler(std::uint64_t seed) : chance_(seed) {}

  void arrange(ReadyQueue& ready, std::size_t end, std::uint64_t number) noexcept override;

  const std::vector<ChoicePoint>& points() const noexcept { return points_; }
  /// The deviations that came to be.
  const testing::Schedule& taken() const noexcept { return taken_; }

 private:
  void choose(ReadyQueue& ready, std::vector<std::size_t>& places, std::uint64_t number);
  std::size_t pick(const ChoicePoint& point);

  testing::Schedule given_;
  std::optional<std::mt19937_64> chance_;
  std::vector<ChoicePoint> points_;
  testing::Schedule taken_;
};

}  // namespace asyncio::detail
