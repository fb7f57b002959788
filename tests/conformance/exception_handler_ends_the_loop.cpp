// SystemExit and KeyboardInterrupt of an exception handler leave the loop, whoever called it; other errors do not.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template <class E>
auto handler_that_raises(E error) {
    return [error](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print("told of", what(context.exception));
        throw error;
    };
}

template <class E>
void run_callback(const char* name, E error) {
    asyncio::EventLoop loop;
    loop.set_exception_handler(handler_that_raises(error));
    loop.call_soon([] { throw std::runtime_error("x"); });
    loop.call_soon([&] { loop.stop(); });
    try {
        loop.run_forever();
        print("went on");
    } catch (const E&) {
        print("left by", name);
        loop.run_forever();
    }
    loop.close();
}

Coro<void> fails() {
    co_await asyncio::sleep(1s);
    throw std::runtime_error("inner");
}

Coro<void> shielded() {
    asyncio::get_running_loop().set_exception_handler(handler_that_raises(asyncio::SystemExit(2)));
    auto inner = asyncio::create_task(fails());
    auto outer = asyncio::shield(inner);
    outer.cancel();
    co_await asyncio::sleep(2s);
    print("not reached");
}

int main() {
    run_callback("SystemExit", asyncio::SystemExit(1));
    run_callback("KeyboardInterrupt", asyncio::KeyboardInterrupt());
    try {
        asyncio::run(shielded());
    } catch (const asyncio::SystemExit& e) {
        print("SystemExit", e.code());
    }
}
