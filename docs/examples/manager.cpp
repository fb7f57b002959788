#include <asyncio/asyncio.hpp>
#include <iostream>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

class Connection {
 public:
  Coro<Connection&> aenter() {
    co_await asyncio::sleep(100ms);
    std::cout << "open\n";
    co_return *this;
  }

  Coro<bool> aexit(std::exception_ptr) {
    co_await asyncio::sleep(100ms);
    std::cout << "closed\n";
    co_return false;  // true would suppress the exception
  }

  std::string query() { return "rows"; }
};

Coro<void> async_main() {
  auto body = [](Connection& connection) -> Coro<void> {
    std::cout << connection.query() << '\n';
    co_return;
  };
  co_await asyncio::with(Connection(), body);
}

int main() { asyncio::run(async_main()); }
