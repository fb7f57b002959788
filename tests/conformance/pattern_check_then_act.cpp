// Check, await, act is a race: both see the seat free; with a lock only one does.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Seat {
    std::string owner;
    Coro<bool> take(std::string who) {
        if (owner.empty()) {
            co_await asyncio::sleep(0ms);
            owner = who;
            co_return true;
        }
        co_return false;
    }
};
Coro<bool> take_locked(asyncio::Lock& lock, Seat& seat, std::string who) {
    auto guard = co_await lock.scoped_lock();
    co_return co_await seat.take(who);
}
Coro<void> async_main() {
    Seat seat;
    auto [a, b] = co_await asyncio::gather(seat.take("a"), seat.take("b"));
    print(std::vector<bool>{a, b}, seat.owner);
    Seat other;
    asyncio::Lock lock;
    auto [c, d] = co_await asyncio::gather(take_locked(lock, other, "a"), take_locked(lock, other, "b"));
    print(std::vector<bool>{c, d}, other.owner);
}

int main() { asyncio::run(async_main()); }
