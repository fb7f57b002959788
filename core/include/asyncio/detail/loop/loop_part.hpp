#pragma once

namespace asyncio::detail {

/// Something that belongs to a loop and goes with it.
class LoopPart {
 public:
  virtual ~LoopPart() = default;
};

}  // namespace asyncio::detail
