#pragma once

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/event_loop.hpp"

namespace asyncio::detail {

/// The engine of an EventLoop: what is to be known of tasks, and whom to tell of errors.
class EventLoopCore final : public LoopCore {
 public:
  using LoopCore::LoopCore;
  /// Shared with the call that runs it, which it may replace. Null: the default one.
  std::shared_ptr<const ExceptionHandler> exception_handler;
  void call_exception_handler(const ExceptionContext& context) override;
  void report(const ExceptionContext& context) noexcept override;
  void report_callback_error(const Handle& handle, FutureCore* future) override;

 private:
  void abandon_tasks() noexcept override;
  std::string describe_deadlock() const override;
  std::string describe(const Runnable& node) const override;
};

}  // namespace asyncio::detail
