// When main returns, the tasks that are left are cancelled and waited for: their cleanup runs before run() returns.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> background(int n) {
    std::exception_ptr err;
    try { co_await asyncio::sleep(10s); } catch (...) { err = std::current_exception(); }
    co_await asyncio::sleep(10ms * n);
    print("cleaned up", n);
    if (err) std::rethrow_exception(err);
}
Coro<std::string> async_main() {
    std::vector<asyncio::Task<void>> ts;
    for (int n : {2, 1}) ts.push_back(asyncio::create_task(background(n)));
    co_await asyncio::sleep(10ms);
    print("main returns");
    co_return "value";
}

int main() { print(asyncio::run(async_main())); }
