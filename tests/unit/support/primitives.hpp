#pragma once

#include <asyncio/coro.hpp>
#include <asyncio/event_loop.hpp>
#include <memory>
#include <string>
#include <vector>

/// Something to wait for, with all that the wait needs.
class Primitive {
 public:
  virtual ~Primitive() = default;
  /// Waits until release(); any number may wait.
  virtual asyncio::Coro<void> wait() = 0;
  /// Ends all waits, the first one first.
  virtual void release() = 0;
};

struct PrimitiveKind {
  std::string name;
  std::unique_ptr<Primitive> (*make)(asyncio::ManualClock& clock);
};

/// Every way to suspend that the library has. To be made while a loop runs, by that clock.
const std::vector<PrimitiveKind>& primitive_kinds();
