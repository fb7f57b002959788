// A generator that yields again when it is being closed: RuntimeError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> gen() {
    try {
        co_yield 1;
    } catch (const asyncio::GeneratorExit&) {
        print("ignored");
    }
    co_yield 2;
}
Coro<void> async_main() {
    auto g = gen();
    print(*co_await g.next());
    try { co_await g.aclose(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    auto h = gen();
    print(*co_await h.next());
    co_await h.athrow(std::make_exception_ptr(asyncio::GeneratorExit()));
    print("thrown by hand, it may go on");
    co_await h.aclose();
    co_await h.aclose();
    print("closing twice is harmless");
}

int main() { asyncio::run(async_main()); }
