// Timers with one deadline fire in one iteration, before anything they schedule.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    std::vector<int> fired;
    auto when = loop.time() + 10ms;
    for (int n = 0; n < 6; ++n) {
        loop.call_at(when, [&, n] {
            fired.push_back(n);
            if (fired.size() == 1) {
                loop.call_soon([&] {
                    auto sorted = fired;
                    std::sort(sorted.begin(), sorted.end());
                    print("next iteration:", sorted);
                });
            }
        });
    }
    co_await asyncio::sleep(30ms);
    print("fired", fired.size());
}

int main() { asyncio::run(async_main()); }
