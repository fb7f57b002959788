// Several children fail in one iteration: all errors are in the group, in the order in which the children ended.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template<class E> Coro<void> fail(E e) {
    co_await asyncio::sleep(0ms);
    throw e;
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fail(std::invalid_argument("first")));
            tg.create_task(fail(std::runtime_error("second")));
            tg.create_task(fail(std::out_of_range("third")));
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print(eg.message(), eg.exceptions().size());
        for (auto& e : eg.exceptions()) print(type_name(e), what(e));
        print("except ValueError would not have matched:", !dynamic_cast<const std::invalid_argument*>(static_cast<const std::exception*>(&eg)));
    }
}

int main() { asyncio::run(async_main()); }
