// A priority queue gives the smallest first, whenever it was put in.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using asyncio::Coro;

using Patient = std::pair<int, std::string>;

Coro<void> doctor(asyncio::PriorityQueue<Patient>& waiting) {
  for (int turn = 0; turn < 4; ++turn) {
    auto [urgency, name] = co_await waiting.get();
    std::println("{} {}", urgency, name);
    co_await asyncio::sleep(100ms);
  }
}

Coro<void> async_main() {
  asyncio::PriorityQueue<Patient> waiting;
  waiting.put_nowait({3, "cough"});
  waiting.put_nowait({2, "cut"});
  auto work = asyncio::create_task(doctor(waiting));
  co_await asyncio::sleep(50ms);
  waiting.put_nowait({4, "cold"});
  waiting.put_nowait({1, "heart"});
  co_await work;
}

int main() { asyncio::run(async_main()); }
