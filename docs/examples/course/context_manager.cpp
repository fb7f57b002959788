// A block that awaits at its begin and at its end, whatever happens in between.
#include <asyncio/asyncio.hpp>
#include <exception>
#include <print>
#include <stdexcept>

using namespace std::chrono_literals;
using asyncio::Coro;

class Connection {
 public:
  Coro<Connection&> aenter() {
    co_await asyncio::sleep(100ms);
    std::println("connected");
    co_return *this;
  }

  Coro<bool> aexit(std::exception_ptr error) {
    co_await asyncio::sleep(100ms);
    std::println("disconnected, error: {}", error != nullptr);
    co_return false;  // true would swallow the error
  }

  void send(int number) {
    if (number > 2) throw std::invalid_argument("too large");
    std::println("sent {}", number);
  }
};

Coro<void> async_main() {
  try {
    co_await asyncio::with(Connection(), [](Connection& connection) -> Coro<void> {
      for (int number = 1; number <= 3; ++number) connection.send(number);
      co_return;
    });
  } catch (const std::invalid_argument& error) {
    std::println("{}", error.what());
  }
}

int main() { asyncio::run(async_main()); }
