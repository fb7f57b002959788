// Retries with exponential backoff as a template over any coroutine function, with a policy of what is worth a retry.
#include <asyncio/asyncio.hpp>
#include <concepts>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

using namespace std::chrono_literals;

struct ServerBusy : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct BadRequest : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

template <class F>
concept CoroutineFunction = requires(F f, int attempt) {
  typename std::invoke_result_t<F, int>::promise_type;
};

struct Backoff {
  std::chrono::milliseconds first = 100ms;
  double factor = 2.0;
  std::chrono::milliseconds limit = 1s;
  int attempts = 5;

  std::chrono::milliseconds delay(int attempt) const {
    double ms = static_cast<double>(first.count());
    for (int i = 1; i < attempt; ++i) ms *= factor;
    return std::min(limit, std::chrono::milliseconds(static_cast<long>(ms)));
  }
};

template <class Error, class T>
bool failed_with(const asyncio::Result<T>& result) {
  if (result.has_value()) return false;
  try {
    std::rethrow_exception(result.exception());
  } catch (const Error& error) {
    std::cout << "  " << error.what() << '\n';
    return true;
  } catch (...) {
    return false;
  }
}

template <class Retryable, CoroutineFunction F>
auto retry(std::string what, Backoff backoff, F function) -> std::invoke_result_t<F, int> {
  using T = asyncio::await_result_t<std::invoke_result_t<F, int>>;
  for (int attempt = 1;; ++attempt) {
    std::cout << what << ", attempt " << attempt << '\n';
    asyncio::Result<T> result = co_await asyncio::capture(function(attempt));
    if (attempt == backoff.attempts || !failed_with<Retryable>(result)) co_return std::move(result).value();
    const auto pause = backoff.delay(attempt);
    std::cout << "  again in " << pause.count() << " ms\n";
    co_await asyncio::sleep(pause);
  }
}

asyncio::Coro<std::string> order(int attempt) {
  co_await asyncio::sleep(10ms);
  if (attempt < 4) throw ServerBusy("busy, come back later");
  co_return "order 66";
}

asyncio::Coro<void> notify(int attempt) {
  const auto pause = attempt < 2 ? 10s : 10ms;
  co_await asyncio::wait_for(asyncio::sleep(pause), 500ms);
}

asyncio::Coro<double> price(int) {
  co_await asyncio::sleep(5ms);
  throw BadRequest("no such article");
}

class Flaky {
 public:
  explicit Flaky(int failures) : failures_(failures) {}
  asyncio::Coro<int> answer() {
    co_await asyncio::sleep(1ms);
    if (failures_-- > 0) throw ServerBusy(std::to_string(failures_ + 1) + " more failures to come");
    co_return 42;
  }

 private:
  int failures_;
};

asyncio::Coro<void> async_main() {
  const std::string ordered = co_await retry<ServerBusy>("order", Backoff{}, order);
  std::cout << "=> " << ordered << '\n';

  co_await retry<asyncio::TimeoutError>("notify", Backoff{.first = 50ms}, notify);
  std::cout << "=> notified\n";

  try {
    const double p = co_await retry<ServerBusy>("price", Backoff{}, price);
    std::cout << "=> " << p << '\n';
  } catch (const std::exception& error) {
    std::cout << "=> not retried: " << error.what() << '\n';
  }

  Flaky flaky(9);
  auto ask = [&flaky](int) { return flaky.answer(); };
  Backoff impatient{.first = 400ms, .factor = 3, .attempts = 4};
  auto result = co_await asyncio::capture(retry<ServerBusy>("flaky", impatient, ask));
  std::cout << (result ? "=> in time\n" : "=> given up\n");
}

int main() { asyncio::run(async_main()); }
