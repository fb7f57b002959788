// as_completed gives the results in the order in which they come.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> fetch(std::string name, std::chrono::milliseconds delay) {
  co_await asyncio::sleep(delay);
  co_return name;
}

Coro<void> async_main() {
  std::vector<Coro<std::string>> fetches;
  fetches.push_back(fetch("slow", 300ms));
  fetches.push_back(fetch("fast", 100ms));
  fetches.push_back(fetch("medium", 200ms));
  for (auto next : asyncio::as_completed(std::move(fetches))) {
    std::println("{}", co_await std::move(next));
  }
}

int main() { asyncio::run(async_main()); }
