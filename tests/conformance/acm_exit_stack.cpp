// AsyncExitStack: what was entered or pushed is undone in reverse order, awaits included.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Resource {
    std::string n;
    explicit Resource(std::string name) : n(std::move(name)) {}
    Coro<void> aenter() {
        print("enter", n);
        co_return;
    }
    Coro<bool> aexit(std::exception_ptr) {
        co_await asyncio::sleep(0ms);
        print("exit", n);
        co_return false;
    }
};
Coro<void> goodbye() {
    co_await asyncio::sleep(0ms);
    print("callback");
}
Coro<void> async_main() {
    co_await asyncio::with(asyncio::AsyncExitStack(), [](asyncio::AsyncExitStack& stack) -> Coro<void> {
        for (auto n : {"a", "b"}) {
            Resource r(n);
            co_await stack.enter(std::move(r));
        }
        stack.push_async_callback(goodbye);
        Resource c("c");
        co_await stack.enter(std::move(c));
        print("body");
    });
    print("after");
}

int main() { asyncio::run(async_main()); }
