// A closed Runner runs nothing; a Runner survives an error in main; run() inside a running loop is refused.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value(int x) {
    co_await asyncio::sleep(0ms);
    co_return x;
}
Coro<int> error() {
    throw std::invalid_argument("first run");
    co_return 0;
}
void attempt(asyncio::Runner& runner, Coro<int> coro) {
    try {
        print(runner.run(std::move(coro)));
    } catch (const std::invalid_argument& e) {
        print("ValueError:", e.what());
    } catch (const std::runtime_error& e) {
        print("RuntimeError:", e.what());
    }
}
Coro<void> nested(asyncio::Runner& runner) {
    attempt(runner, value(2));
    co_return;
}

int main() {
    asyncio::Runner runner;
    attempt(runner, error());
    attempt(runner, value(1));
    runner.run(nested(runner));
    runner.close();
    runner.close();
    attempt(runner, value(3));
}
