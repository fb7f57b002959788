#include <asyncio/asyncio.hpp>
#include <iostream>
using namespace asyncio;
using namespace std::chrono_literals;

Coro<void> async_main(Runner& runner) {
  try {
    runner.close();
  } catch (const std::runtime_error& error) {
    std::cout << "close: " << error.what() << '\n';
  }
  try {
    co_await sleep(1s);
  } catch (const CancelledError&) {
    std::cout << "cancelled\n";
  }
}

int main() {
  Runner runner;
  runner.run(async_main(runner));
  EventLoop& loop = runner.get_loop();
  std::cout << "after: closed " << (loop.is_closed() ? "True" : "False") << '\n';
  runner.close();
  std::cout << "at the end: closed " << (loop.is_closed() ? "True" : "False") << '\n';
}
