#pragma once

#include "asyncio/executor.hpp"

namespace asyncio::detail {

/// A thread of its own for each call.
class NewThread final : public Executor {
 public:
  void submit(Work work) override;
  void shutdown(bool) override {}
};

}  // namespace asyncio::detail
