// One Runner, one context: a context variable set in one run() is seen by the next one, and not outside.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<int> var("var", 0);
Coro<int> increment() {
    var.set(var.get() + 1);
    co_return var.get();
}
Coro<int> in_task() { co_return co_await asyncio::create_task(increment()); }

int main() {
    {
        asyncio::Runner runner;
        int a = runner.run(increment()), b = runner.run(increment());
        print(a, b);
        int c = runner.run(in_task()), d = runner.run(increment());
        print("a task's change is its own:", c, d);
    }
    print("outside", var.get());
    auto ctx = asyncio::copy_context();
    asyncio::Runner runner;
    int e = runner.run(increment(), ctx);
    print("given context", e, ctx.get(var));
}
