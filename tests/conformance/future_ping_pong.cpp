// Two tasks hand a ball over through futures: one iteration a pass.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

using Balls = std::vector<asyncio::Future<std::string>>;
Coro<std::string> player(std::string n, Balls mine, Balls theirs, int rounds) {
    for (int i = 0; i < rounds; ++i) {
        auto ball = co_await mine[i];
        print(n, "got", ball);
        theirs[i].set_result(n + std::to_string(i));
    }
    co_return n;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    Balls ping, pong;
    for (int i = 0; i < 3; ++i) ping.push_back(loop.create_future<std::string>());
    for (int i = 0; i < 4; ++i) pong.push_back(loop.create_future<std::string>());
    pong[0].set_result("start");
    Balls tail(pong.begin() + 1, pong.end());
    auto a = asyncio::create_task(player("a", pong, ping, 3));
    auto b = asyncio::create_task(player("b", ping, tail, 3));
    auto x = co_await a;
    auto y = co_await b;
    print("winner", x, y, pong[3].result());
}

int main() { asyncio::run(async_main()); }
