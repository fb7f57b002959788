// The inner task fails after the outer was cancelled: nobody awaits it, so it is reported (3.14).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() {
    co_await asyncio::sleep(20ms);
    throw std::invalid_argument("too late");
}
std::vector<std::string> words_after_first(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    words.erase(words.begin());
    return words;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(words_after_first(context.message), what(context.exception));
    });
    auto outer = asyncio::shield(inner());
    co_await asyncio::sleep(10ms);
    outer.cancel();
    try { co_await outer; } catch (const asyncio::CancelledError&) { print("CancelledError"); }
    co_await asyncio::sleep(30ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
