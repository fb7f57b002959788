// Retrying with a deadline per attempt and growing pauses; the last error is raised.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> flaky(int attempt) {
    if (attempt == 1) co_await asyncio::sleep(10s);
    if (attempt == 2) throw std::invalid_argument("not yet");
    co_return "answer of attempt " + std::to_string(attempt);
}
Coro<std::string> retry(int attempts) {
    std::exception_ptr error;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto r = co_await asyncio::capture(asyncio::wait_for(flaky(attempt), 10ms));
        if (r) co_return std::move(r).value();
        error = r.exception();
        print("attempt", attempt, type_name(error));
        if (attempt < attempts) co_await asyncio::sleep(10ms * (1 << attempt));
    }
    std::rethrow_exception(error);
}
Coro<void> async_main() {
    print(co_await retry(3));
    try { co_await retry(2); } catch (const std::invalid_argument& e) { print("gave up:", e.what()); }
}

int main() { asyncio::run(async_main()); }
