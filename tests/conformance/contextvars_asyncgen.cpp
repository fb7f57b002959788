// An async generator runs in the context of whoever asks for the next item, also if the consumers differ.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
asyncio::AsyncGenerator<std::string> gen() {
    for (;;) co_yield var.get();
}
Coro<void> consumer(std::string name, asyncio::AsyncGenerator<std::string>& g) {
    var.set(name);
    auto x = co_await g.next();
    print(name, "gets", *x);
}
Coro<void> async_main() {
    auto g = gen();
    auto x = co_await g.next();
    print("main gets", *x);
    co_await asyncio::create_task(consumer("a", g));
    co_await asyncio::create_task(consumer("b", g));
    x = co_await g.next();
    print("main gets", *x);
    co_await g.aclose();
}

int main() { asyncio::run(async_main()); }
