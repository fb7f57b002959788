// format_call_graph: the same as text (here without addresses, files and lines).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> leaf(asyncio::Future<void> fut) { co_await fut; }
Coro<void> worker(asyncio::Future<void> fut) { co_await leaf(fut); }
Coro<void> boss(asyncio::Task<void> t) { co_await t; }
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<void>();
    auto t = asyncio::create_task(worker(fut), {.name = "worker"});
    auto b = asyncio::create_task(boss(t), {.name = "boss"});
    co_await asyncio::sleep(0ms);
    std::istringstream text(asyncio::format_call_graph(t));
    for (std::string line; std::getline(text, line);) {
        if (auto id = line.find(", id=0x"); id != line.npos) line.erase(id, line.find(')', id) - id);
        if (auto file = line.find("File "); file != line.npos) line.erase(file, line.find(" in ", file) + 1 - file);
        print(line);
    }
    fut.set_result();
    co_await b;
}

int main() { asyncio::run(async_main()); }
