#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;

asyncio::Coro<std::string> fetch_data() {
  std::println("Fetching data...");
  co_await asyncio::sleep(2s);  // Simulates a delay
  std::println("Data fetched!");
  co_return "Some data";
}

asyncio::Coro<void> process_data() {
  std::string data = co_await fetch_data();
  std::println("Processing {}", data);
}

int main() { asyncio::run(process_data()); }
