// set() gives a token, reset() brings the value back; a token is good for one reset, in its own context.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
Coro<void> child(asyncio::Token<std::string> token) {
    try { var.reset(token); } catch (const std::invalid_argument&) { print("ValueError: another context"); }
    co_return;
}
Coro<void> async_main() {
    auto token = var.set("one");
    auto inner = var.set("two");
    print(var.get());
    co_await asyncio::create_task(child(inner));
    var.reset(inner);
    print(var.get(), inner.old_value());
    var.reset(token);
    print(var.get(), !token.old_value().has_value());
    try { var.reset(token); } catch (const std::runtime_error&) { print("RuntimeError: used"); }
}

int main() { asyncio::run(async_main()); }
