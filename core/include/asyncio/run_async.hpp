#pragma once

/// \file
/// `run_async`: for programs whose main() must not wait.

#include <functional>
#include <memory>

#include "asyncio/runners.hpp"

namespace asyncio {
namespace detail {

/// A run that waits for its turn.
class PendingRun {
 public:
  virtual ~PendingRun() = default;
  virtual void execute() = 0;
};

/// Runs it when main() has returned, in the order of the calls.
void run_after_main(std::unique_ptr<PendingRun> run);

template <class T>
class PendingRunOf final : public PendingRun {
 public:
  PendingRunOf(Coro<T> main, std::function<void(Result<T>)> done) : main_(std::move(main)), done_(std::move(done)) {}
  void execute() override { done_(outcome()); }

 private:
  Result<T> outcome() {
    try {
      Storage<T> value;
      if constexpr (std::is_void_v<T>) {
        run(std::move(main_));
        value.emplace();
      } else {
        value.emplace(run(std::move(main_)));
      }
      return Result<T>(std::move(value));
    } catch (...) {
      return Result<T>(std::current_exception());
    }
  }

  Coro<T> main_;
  std::function<void(Result<T>)> done_;
};

}  // namespace detail

/// Returns at once and runs `main` as run() does once the program's main() has returned: in a browser the page's own
/// event loop then drives it, natively the program stays alive until it is done. `done` gets what came of it; an
/// exception that it throws ends the program. What `main` refers to must outlive main().
template <class T>
void run_async(Coro<T> main, std::function<void(Result<T>)> done) {
  detail::run_after_main(std::make_unique<detail::PendingRunOf<T>>(std::move(main), std::move(done)));
}
/// The same without a callback that is told; errors are logged.
void run_async(Coro<void> main);

}  // namespace asyncio
