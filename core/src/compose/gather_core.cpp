#include "asyncio/detail/compose/gather_core.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "asyncio/detail/task/task_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

GatherCore::GatherCore(LoopCore& loop, void* storage, std::vector<AnyFuture> arguments, bool return_exceptions)
    : FanOut(loop, storage),
      arguments_(std::move(arguments)),
      gathering_task_(current_task_core()),
      return_exceptions_(return_exceptions) {}

std::vector<std::size_t> first_mentions(const std::vector<AnyFuture>& futures) {
  std::vector<std::size_t> indices(futures.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  const auto core = [&](std::size_t i) { return &futures[i].core(); };
  const auto by_future = [&](std::size_t a, std::size_t b) {
    return core(a) != core(b) ? std::less<>()(core(a), core(b)) : a < b;
  };
  std::sort(indices.begin(), indices.end(), by_future);
  const auto same = [&](std::size_t a, std::size_t b) { return core(a) == core(b); };
  indices.erase(std::unique(indices.begin(), indices.end(), same), indices.end());
  std::sort(indices.begin(), indices.end());
  return indices;
}

void require_loop(const std::vector<AnyFuture>& futures, const LoopCore& loop) {
  for (const AnyFuture& future : futures)
    if (&future.core().loop() != &loop)
      throw std::invalid_argument("The future belongs to a different loop than the one specified as the loop argument");
}

void GatherCore::launch(bool distinct) {
  std::vector<std::size_t> mentions;
  if (!distinct) mentions = first_mentions(arguments_);
  child_count_ = unfinished_ = distinct ? arguments_.size() : mentions.size();
  if (child_count_ == 0) return finish_collected();
  children_ = std::make_unique<Child[]>(child_count_);
  // Listening keeps the gathering alive, whoever drops it.
  retain();
  loop().self_owned.push_back(*this);
  for (std::size_t i = 0; i < child_count_; ++i) {
    children_[i].gather = this;
    children_[i].future = &arguments_[distinct ? i : mentions[i]].core();
    if (!children_[i].future->done()) children_[i].future->add_callback(children_[i]);
  }
  // Those that are done already count at once: if all are, so is the gathering.
  for (std::size_t i = 0; i < child_count_; ++i)
    if (children_[i].future->done()) child_done(*children_[i].future);
}

FutureCore* GatherCore::to_cancel(std::size_t index) const noexcept {
  if (done() || child_count_ == 0) return nullptr;
  // One that was given twice is asked twice, as in CPython: its cancelling() tells.
  return index < arguments_.size() ? arguments_[index].ref().get() : nullptr;
}

void GatherCore::Child::run() { gather->child_done(*future); }

void GatherCore::stop_listening() noexcept {
  SelfOwned::unlink();
  release();
}

void GatherCore::abandon() noexcept {
  children_.reset();
  child_count_ = 0;
  stop_listening();
}

void GatherCore::child_done(FutureCore& child) {
  Ref<GatherCore> self(this);
  if (--unfinished_ == 0) stop_listening();
  if (done()) return child.mark_retrieved();
  if (!return_exceptions_) {
    child.mark_retrieved();
    // The first failure is the outcome; the others go on, and their errors are lost.
    if (child.cancelled()) return finish(child.cancelled_error());
    if (child.peek_error()) return fail_like(child);
  }
  if (unfinished_ > 0) return;
  if (cancel_requested_) return finish_cancelled_gathering();
  finish_collected();
}

/// Not as cancelled, but with the error: cancelled() stays false, as in CPython.
void GatherCore::finish_cancelled_gathering() {
  for (const AnyFuture& child : arguments_) child.core().mark_retrieved();
  FutureCore& last = arguments_.back().core();
  finish(last.cancelled() ? last.cancelled_error() : std::make_exception_ptr(CancelledError()));
}

void GatherCore::finish_collected() {
  try {
    collect();
  } catch (...) {
    // A result could not be copied.
    return finish(std::current_exception());
  }
  finish();
}

namespace {

class GatherAny final : public GatherCore {
 public:
  GatherAny(LoopCore& loop, std::vector<AnyFuture> futures) : GatherCore(loop, &value_, std::move(futures), true) {}

 private:
  void collect() override { value_.emplace(); }
  Storage<void> value_;
};

}  // namespace

Future<void> gather_any(LoopCore& loop, std::vector<AnyFuture> futures) {
  auto* gathering = new GatherAny(loop, std::move(futures));
  Future<void> future{Ref<FutureCore>(gathering)};
  gathering->launch(false);
  return future;
}

}  // namespace asyncio::detail
