// What a person's own program has that no example has: loops that try again, exceptions of several kinds, maps.
#include <asyncio/asyncio.hpp>
#include <map>
#include <print>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;

struct Host {
  int failures = 0;
  int asked = 0;
};

std::map<std::string, Host> hosts{{"alpha", {.failures = 0}}, {"beta", {.failures = 2}}, {"gamma", {.failures = 9}}};

asyncio::Coro<std::string> ask(std::string name) {
  Host& host = hosts.at(name);
  co_await asyncio::sleep(1ms);
  if (host.asked++ < host.failures) throw std::runtime_error(std::format("{} is busy", name));
  co_return std::format("{} answered", name);
}

asyncio::Coro<std::string> ask_again(std::string name) {
  std::string last;
  for (int attempt = 1; attempt <= 3; ++attempt) {
    try {
      co_return co_await ask(name);
    } catch (const std::runtime_error& error) {
      last = error.what();
    }
    co_await asyncio::sleep(attempt * 1ms);
  }
  throw std::runtime_error(std::format("gave up: {}", last));
}

asyncio::Coro<void> async_main() {
  std::map<std::string, asyncio::Task<std::string>> tasks;
  for (const auto& [name, host] : hosts) tasks.emplace(name, asyncio::create_task(ask_again(name), {.name = name}));
  for (auto& [name, task] : tasks) {
    try {
      std::println("{:>6}: {}", name, co_await task);
    } catch (const std::exception& error) {
      std::println("{:>6}: {}", name, error.what());
    }
  }
  try {
    co_await ask("delta");
  } catch (const std::out_of_range&) {
    std::println("{:>6}: unknown", "delta");
  }
  for (const auto& [name, host] : hosts) std::println("{} was asked {} times", name, host.asked);
}

int main() { asyncio::run(async_main()); }
