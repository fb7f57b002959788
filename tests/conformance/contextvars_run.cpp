// Context.run: what the function sets stays in that context; entering it twice is an error.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<int> var("var", 0);
asyncio::ContextVar<std::string> bare("bare");
int bump() {
    var.set(var.get() + 1);
    return var.get();
}
Coro<void> async_main() {
    auto ctx = asyncio::copy_context();
    int a = ctx.run(bump), b = ctx.run(bump);
    print(a, b, "outside", var.get());
    print("ctx", ctx.get(var), "its copy", ctx.copy().get(var));
    try { ctx.run([&] { return ctx.run(bump); }); } catch (const std::runtime_error&) { print("RuntimeError: entered twice"); }
    try { bare.get(); } catch (const std::out_of_range&) { print("LookupError: no value and no default"); }
    print(bare.get("fallback"));
    try { ctx.get(bare); } catch (const std::out_of_range&) { print("KeyError: not in the context"); }
    co_return;
}

int main() { asyncio::run(async_main()); }
