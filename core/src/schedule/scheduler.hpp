#pragma once

/// \file
/// Runs what is ready in the order that a schedule, or chance, says.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "asyncio/detail/schedule/schedule.hpp"
#include "loop/arranger.hpp"
#include "schedule/chance.hpp"

namespace asyncio::detail {

class Runnable;

/// Where another one could have been chosen instead of the first: `picks` of them.
struct ChoicePoint {
  std::uint64_t iteration;
  std::size_t slot;
  std::size_t picks;
};

/// Decides, and remembers what it could have decided. Its iterations are those of all loops that it serves, one after
/// the other.
class Scheduler final : public Arranger {
 public:
  explicit Scheduler(const testing::Schedule& schedule) : given_(schedule) {}
  explicit Scheduler(std::uint64_t seed) : chance_(seed) {}
  /// \param text "seed=7", or as parse_schedule(). \throws std::invalid_argument
  explicit Scheduler(std::string_view text);

  void arrange(ReadyQueue& ready, std::size_t end) noexcept override;

  /// What reorder() asks.
  void add(Runnable& node) { nodes_.push_back(&node); }
  std::size_t next();

  const std::vector<ChoicePoint>& points() const noexcept { return points_; }
  /// The deviations that came to be.
  const testing::Schedule& taken() const noexcept { return taken_; }

 private:
  std::size_t pick(const ChoicePoint& point);

  testing::Schedule given_;
  std::optional<Chance> chance_;
  std::vector<ChoicePoint> points_;
  testing::Schedule taken_;
  std::uint64_t iteration_ = 0;
  std::size_t slot_ = 0;
  /// Those of the iteration that may change places, in the order that they get; so many of them have it.
  std::vector<Runnable*> nodes_;
  std::size_t placed_ = 0;
};

}  // namespace asyncio::detail
