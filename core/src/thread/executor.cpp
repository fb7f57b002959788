#include "asyncio/executor.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace asyncio {

/// The queue and the threads that empty it.
class ThreadPool::State {
 public:
  explicit State(std::size_t max_workers) : max_workers_(max_workers) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { shutdown(true); }

  void submit(Work work) {
    std::lock_guard lock(mutex_);
    if (shut_down_) throw std::runtime_error("cannot schedule new futures after shutdown");
    queue_.push_back(std::move(work));
    if (queue_.size() <= idle_ || threads_.size() == max_workers_ || !start_thread()) changed_.notify_one();
  }

  void shutdown(bool wait) {
    {
      std::lock_guard lock(mutex_);
      shut_down_ = true;
      changed_.notify_all();
    }
    if (!wait) return;
    // One joins, the others wait for it.
    std::lock_guard lock(join_mutex_);
    for (std::thread& thread : threads_)
      if (thread.joinable()) thread.join();
  }

 private:
  /// \returns false if those that are there have to do. \throws if there is none, and the work is taken back
  bool start_thread() {
    try {
      threads_.emplace_back([this] { serve(); });
      return true;
    } catch (...) {
      if (!threads_.empty()) return false;
      queue_.pop_back();
      throw;
    }
  }

  void serve() {
    while (Work work = next()) work();
  }

  /// Waits for work. None: the pool is shut down and has none.
  Work next() {
    std::unique_lock lock(mutex_);
    ++idle_;
    changed_.wait(lock, [this] { return shut_down_ || !queue_.empty(); });
    --idle_;
    if (queue_.empty()) return {};
    Work work = std::move(queue_.front());
    queue_.pop_front();
    return work;
  }

  const std::size_t max_workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> queue_;
  std::size_t idle_ = 0;
  bool shut_down_ = false;
  std::mutex join_mutex_;
  std::vector<std::thread> threads_;
};

namespace {

std::size_t default_workers() {
  return std::min<std::size_t>(32, std::max(1U, std::thread::hardware_concurrency()) + 4);
}

}  // namespace

ThreadPool::ThreadPool(std::size_t max_workers)
    : state_(std::make_shared<State>(max_workers ? max_workers : default_workers())) {}
void ThreadPool::submit(Work work) { state_->submit(std::move(work)); }
void ThreadPool::shutdown(bool wait) { state_->shutdown(wait); }

}  // namespace asyncio
