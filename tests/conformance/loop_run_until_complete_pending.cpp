// run_until_complete of a future that nobody resolves before stop(): RuntimeError; resolved later, it returns the result.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int main() {
    asyncio::EventLoop loop;
    auto f = loop.create_future<std::string>();
    loop.call_soon([&] { loop.stop(); });
    try { loop.run_until_complete(f); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    print("done", f.done(), "running", loop.is_running());
    loop.call_later(10ms, [&] { f.set_result("value"); });
    print(loop.run_until_complete(f));
    print(loop.run_until_complete(f));
    loop.close();
}
