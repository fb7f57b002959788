// add_reader: a callback each time the descriptor is readable; remove_reader says whether there was one.
#include <asyncio/asyncio.hpp>
#include <unistd.h>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    int ends[2];
    if (pipe(ends) != 0) co_return;
    int r = ends[0], w = ends[1];
    auto f = loop.create_future<void>();
    auto put = [w](std::string s) { if (write(w, s.data(), s.size()) < 0) print("write failed"); };
    loop.add_reader(r, [&] {
        char c = '?';
        if (read(r, &c, 1) < 0) print("read failed");
        print("read", std::string(1, c));
        if (c == 'c') {
            bool first = loop.remove_reader(r), second = loop.remove_reader(r);
            print("removed", first, second);
            f.set_result();
        }
    });
    put("ab");
    loop.call_later(20ms, [&] { put("c"); });
    co_await f;
    put("d");
    co_await asyncio::sleep(10ms);
    close(r);
    close(w);
    print("end");
}

int main() { asyncio::run(async_main()); }
