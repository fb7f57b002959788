// What does a child of a gather cost?
#include <benchmark/benchmark.h>

#include <coroutine>
#include <cstdint>
#include <exception>
#include <numeric>
#include <vector>

#include "contenders/limit/coro.hpp"
#include "questions/gather.hpp"

namespace {

/// Whom the last child resumes.
struct Gathering {
  long left;
  std::coroutine_handle<> parent;
};

/// A child: writes its result where it belongs, counts itself off, and is gone.
struct Child {
  struct promise_type : FramedPromise {
    Child get_return_object() noexcept { return {this}; }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    auto final_suspend() const noexcept {
      struct Leave {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
          Gathering& gathering = *self.promise().gathering;
          self.destroy();
          return --gathering.left == 0 ? gathering.parent : ready_queue.pop();
        }
        void await_resume() const noexcept {}
      };
      return Leave{};
    }
    void return_value(long value) const noexcept { *result = value; }
    void unhandled_exception() const noexcept { std::terminate(); }

    Ready ready;
    Gathering* gathering;
    long* result;
  };

  void start(Gathering& gathering, long& result) const {
    promise->gathering = &gathering;
    promise->result = &result;
    promise->ready.handle = std::coroutine_handle<promise_type>::from_promise(*promise);
    ready_queue.push(promise->ready);
  }
  promise_type* promise;
};

Child number(long i) { co_return i; }

/// Starts the children, and goes on when all are done.
struct Gather {
  explicit Gather(const std::vector<Child>& children)
      : results(children.size()), gathering{static_cast<long>(children.size()), {}} {
    for (std::size_t i = 0; i < children.size(); ++i) children[i].start(gathering, results[i]);
  }
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
    gathering.parent = caller;
    return ready_queue.pop();
  }
  std::vector<long> await_resume() noexcept { return std::move(results); }

  std::vector<long> results;
  Gathering gathering;
};

Coro<std::int64_t> gather_often(long children, long times) {
  std::int64_t total = 0;
  for (long i = 0; i < times; ++i) {
    std::vector<Child> coroutines;
    coroutines.reserve(static_cast<std::size_t>(children));
    for (long child = 0; child < children; ++child) coroutines.push_back(number(child));
    Gather gathering(coroutines);
    const std::vector<long> results = co_await gathering;
    total += std::accumulate(results.begin(), results.end(), std::int64_t{0});
  }
  co_return total;
}

void gather(benchmark::State& state) {
  const long children = state.range(0);
  const long times = asked(state).operations / children;
  timed(state, asked(state), [&] { return gather_often(children, times).run(); });
}
BENCHMARK(gather)->Apply(ask);

}  // namespace
