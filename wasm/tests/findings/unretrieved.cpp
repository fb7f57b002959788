// finds: neverRetrieved 12
#include <asyncio/asyncio.hpp>
#include <stdexcept>

using namespace std::chrono_literals;

asyncio::Coro<void> failing() {
  co_await asyncio::sleep(1s);
  throw std::runtime_error("no route");
}
asyncio::Coro<void> parent() {
  asyncio::create_task(failing(), {.name = "failing"});
  co_await asyncio::sleep(2s);
}

int main() { asyncio::run(parent()); }
