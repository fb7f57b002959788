// Pitfall: a task reads a reference when it runs, and by then it may be another text, or none; pass values.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> wrong(const std::string& guest) {
  co_await asyncio::sleep(100ms);
  std::println("hello {}", guest);
}

Coro<void> right(std::string guest) {
  co_await asyncio::sleep(100ms);
  std::println("hello {}", guest);
}

Coro<void> async_main() {
  // Were it declared inside of the loop, `wrong` would read a string that is gone.
  std::string guest;
  std::vector<asyncio::Task<void>> greetings;
  for (auto name : {"ada", "bob"}) {
    guest = name;
    greetings.push_back(asyncio::create_task(wrong(guest)));
    greetings.push_back(asyncio::create_task(right(guest)));
  }
  co_await asyncio::gather(std::move(greetings));
}

int main() { asyncio::run(async_main()); }
