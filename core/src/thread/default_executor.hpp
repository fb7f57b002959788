#pragma once

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/executor.hpp"

namespace asyncio::detail {

/// The loop's default executor, made at the first use. \throws NotSupportedError where there are no threads;
/// std::runtime_error("Executor shutdown has been called")
Executor& default_executor(LoopCore& loop);

/// A thread of its own for each call.
class NewThread final : public Executor {
 public:
  void submit(std::unique_ptr<Work> work) override;
  void shutdown(bool) override {}
};

}  // namespace asyncio::detail
