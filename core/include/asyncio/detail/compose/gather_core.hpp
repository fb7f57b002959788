#pragma once

/// \file
/// The untemplated half of `gather`. Source: tasks.py `gather`, `_GatheringFuture`.

#include <memory>
#include <vector>

#include "asyncio/detail/loop/self_owned.hpp"
#include "asyncio/detail/task/fan_out.hpp"
#include "asyncio/future.hpp"

namespace asyncio::detail {

/// Where each future is mentioned first: one that is given twice counts once.
std::vector<std::size_t> first_mentions(const std::vector<AnyFuture>& futures);

/// \throws std::invalid_argument (ValueError) if one of them belongs to another loop.
void require_loop(const std::vector<AnyFuture>& futures, const LoopCore& loop);

/// The future that gather() returns: it counts its children and, when the last is done, lets the typed class collect.
class GatherCore : public FanOut, private SelfOwned {
 public:
  GatherCore(LoopCore& loop, void* storage, std::vector<AnyFuture> arguments, bool return_exceptions);

  /// Starts to listen to the children. Called once, right after construction.
  /// \param distinct no future is given twice, as far as is known
  void launch(bool distinct);

  std::string waiting_for() const override { return "gather"; }
  const char* kind() const noexcept override { return "_GatheringFuture"; }

 protected:
  /// Puts the children's results, in the order of the arguments, where the value lies.
  virtual void collect() = 0;
  const std::vector<AnyFuture>& arguments() const noexcept { return arguments_; }

 private:
  /// The done callback of one child.
  class Child final : public Runnable {
   public:
    void run() override;
    FutureCore* awaiter() const noexcept override { return gather->gathering_task_.get(); }

    GatherCore* gather = nullptr;
    FutureCore* future = nullptr;
  };
  FutureCore* to_cancel(std::size_t index) const noexcept override;
  void cancel_taken() noexcept override { cancel_requested_ = true; }
  void child_done(FutureCore& child);
  void finish_cancelled_gathering();
  void finish_collected();
  void stop_listening() noexcept;
  void abandon() noexcept override;

  std::vector<AnyFuture> arguments_;
  std::unique_ptr<Child[]> children_;
  std::size_t child_count_ = 0;
  std::size_t unfinished_ = 0;
  /// Who called gather(), for the call graph: that is how CPython sees it.
  Ref<FutureCore> gathering_task_;
  bool return_exceptions_;
  bool cancel_requested_ = false;
};

/// The child's result; throws nothing, marks it as retrieved.
template <class T>
Result<T> result_of(FutureCore& child) {
  child.mark_retrieved();
  if (child.cancelled()) return child.cancelled_error();
  if (child.peek_error()) return Result<T>(child.peek_error(), child.traceback());
  auto& value = *static_cast<Storage<T>*>(child.storage());
  if constexpr (std::is_object_v<T> && !is_copyable_v<T>) {
    return Result<T>(std::move(value));
  } else {
    return Result<T>(Storage<T>(value));
  }
}

/// Waits for futures of any type, errors and cancellations included, and gives nothing.
Future<void> gather_any(LoopCore& loop, std::vector<AnyFuture> futures);

}  // namespace asyncio::detail
