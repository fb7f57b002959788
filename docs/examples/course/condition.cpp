// A condition: wait until something that others change is as it should be.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

struct Tank {
  asyncio::Condition changed;
  int litres = 0;
};

Coro<void> draw(Tank& tank, int litres) {
  auto guard = co_await tank.changed.scoped_lock();
  co_await tank.changed.wait_for([&] { return tank.litres >= litres; });
  tank.litres -= litres;
  std::println("drew {}, {} left", litres, tank.litres);
}

Coro<void> fill(Tank& tank) {
  for (int litres : {2, 4, 6}) {
    co_await asyncio::sleep(100ms);
    auto guard = co_await tank.changed.scoped_lock();
    tank.litres += litres;
    std::println("filled {}", litres);
    tank.changed.notify_all();
  }
}

Coro<void> async_main() {
  Tank tank;
  co_await asyncio::gather(draw(tank, 5), draw(tank, 3), fill(tank));
}

int main() { asyncio::run(async_main()); }
