// Two hundred timers registered in a scrambled order, every third cancelled: the rest fires by deadline.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto start = loop.time();
    std::vector<int> fired;
    for (int i = 0; i < 200; ++i) {
        int n = i * 73 % 200;
        auto h = loop.call_at(start + n * 100us, [&fired, n] { fired.push_back(n); });
        if (n % 3 == 0) h.cancel();
    }
    co_await asyncio::sleep(50ms);
    print(fired.size(), std::is_sorted(fired.begin(), fired.end()), std::vector<int>(fired.begin(), fired.begin() + 4),
          std::vector<int>(fired.end() - 2, fired.end()));
}

int main() { asyncio::run(async_main()); }
