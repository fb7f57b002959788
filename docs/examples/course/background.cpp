// Tasks that nobody awaits: keep them, let each leave when it is done, and wait for the rest at the end.
#include <asyncio/asyncio.hpp>
#include <print>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<asyncio::Task<void>> background;

void spawn(Coro<void> work) {
  auto task = asyncio::create_task(std::move(work));
  background.push_back(task);
  task.add_done_callback([](asyncio::Task<void> done) { std::erase(background, done); });
}

Coro<void> send(int letter) {
  co_await asyncio::sleep(letter * 100ms);
  std::println("sent {}", letter);
}

Coro<void> async_main() {
  for (int letter : {1, 3, 4}) spawn(send(letter));
  co_await asyncio::sleep(200ms);
  std::println("{} are under way", background.size());
  while (!background.empty()) co_await asyncio::wait(background);
  std::println("all are sent");
}

int main() { asyncio::run(async_main()); }
