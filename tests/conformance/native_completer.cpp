// A driver with threads and callbacks of its own answers by futures: call_soon_threadsafe() there, a Completer here.
#include <asyncio/asyncio.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

using asyncio::Completer;
using asyncio::Coro;

class Driver {
 public:
  ~Driver() {
    for (auto& thread : threads_) thread.join();
  }
  void query(int n, std::function<void(int)> callback) {
    threads_.emplace_back([n, callback = std::move(callback)] { callback(n * 2); });
  }

 private:
  std::vector<std::thread> threads_;
};

Coro<int> query(Driver& driver, int n) {
  auto future = asyncio::get_running_loop().create_future<int>();
  // A std::function is copied, a Completer is not: its copies share one.
  auto completer = std::make_shared<Completer<int>>(future);
  driver.query(n, [completer](int value) { completer->set_result(value); });
  co_return co_await future;
}

Coro<void> async_main() {
  Driver driver;
  std::vector<Coro<int>> queries;
  for (int n = 0; n < 50; ++n) queries.push_back(query(driver, n));
  const auto values = co_await asyncio::gather(std::move(queries));
  std::cout << std::accumulate(values.begin(), values.end(), 0) << '\n';
}

int main() { asyncio::run(async_main()); }
