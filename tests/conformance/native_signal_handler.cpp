// add_signal_handler: the callback runs in the loop, not in the signal's context; remove_signal_handler says if there was one.
#include <asyncio/asyncio.hpp>
#include <csignal>
#include <unistd.h>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<void>();
    loop.add_signal_handler(SIGUSR1, [&] {
        print("signal in the loop");
        f.set_result();
    });
    kill(getpid(), SIGUSR1);
    print("sent");
    co_await f;
    bool first = loop.remove_signal_handler(SIGUSR1), second = loop.remove_signal_handler(SIGUSR1);
    print("removed", first, second);
}

int main() { asyncio::run(async_main()); }
