#include "asyncio/as_completed.hpp"

#include <memory>

#include "asyncio/detail/compose/gather_core.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/queues.hpp"

namespace asyncio::detail {
namespace {

/// Has room for all from the beginning: to be done must not fail.
class DoneQueue final : public Queue<AnyFuture> {
 public:
  void reserve(std::size_t count) { room_.reserve(count); }

 private:
  void add(AnyFuture item) override { room_.push_back(std::move(item)); }
  AnyFuture take() override { return std::move(room_[taken_++]); }

  std::vector<AnyFuture> room_;
  std::size_t taken_ = 0;
};

class Completion final : public CompletionCore, private Timer {
 public:
  Completion(const std::vector<AnyFuture>& futures, const AsCompletedOptions& options) {
    const std::vector<std::size_t> mentions = first_mentions(futures);
    left_ = running_ = mentions.size();
    watches_.reset(new Watch[left_]);
    done_.reserve(left_);
    if (left_ > 0 && options.timeout) {
      LoopCore& loop = running_loop();
      loop.timers().add(*this, loop.time() + *options.timeout);
    }
    for (std::size_t i = 0; i < left_; ++i) {
      watches_[i].completion = this;
      watches_[i].future = futures[mentions[i]];
      watches_[i].future.core().add_callback(watches_[i]);
    }
  }

  bool claim() noexcept override {
    if (left_ == 0) return false;
    --left_;
    return true;
  }
  std::size_t left() const noexcept override { return left_; }
  Coro<AnyFuture> wait_for_one() override { return done_.get(); }

 private:
  class Watch final : public Runnable {
   public:
    void run() override { completion->future_done(future); }
    Completion* completion = nullptr;
    AnyFuture future;
  };

  void future_done(const AnyFuture& future) {
    // After the timeout nobody asks any more.
    if (running_ == 0) return;
    --running_;
    done_.put_nowait(future);
    if (running_ == 0) disarm();
  }

  void run() override {
    for (; running_ > 0; --running_) done_.put_nowait(AnyFuture());
    watches_.reset();
  }

  std::size_t left_ = 0;
  std::size_t running_ = 0;
  std::unique_ptr<Watch[]> watches_;
  DoneQueue done_;
};

}  // namespace

Ref<CompletionCore> CompletionCore::make(const std::vector<AnyFuture>& futures, const AsCompletedOptions& options) {
  require_loop(futures, running_loop());
  return Ref<CompletionCore>(new Completion(futures, options));
}

}  // namespace asyncio::detail
