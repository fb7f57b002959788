// connect_read_pipe and connect_write_pipe: the protocols' calls in their order.
#include <asyncio/asyncio.hpp>
#include <unistd.h>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Reading : asyncio::ReadPipeProtocol {
    asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
    void connection_made(asyncio::ReadTransport&) override { print("reading made"); }
    void data_received(std::string_view data) override { print("received", std::string(data)); }
    void eof_received() override { print("end"); }
    void connection_lost(std::exception_ptr error) override {
        print("reading lost", error ? "an error" : "None");
        lost.set_result();
    }
};

struct Writing : asyncio::WritePipeProtocol {
    asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
    void connection_made(asyncio::WriteTransport&) override { print("writing made"); }
    void pause_writing() override { print("pause"); }
    void resume_writing() override { print("resume"); }
    void connection_lost(std::exception_ptr error) override {
        std::string type = error ? asyncio::detail::type_name(error).substr(9) : "NoneType";
        print("writing lost", type);
        lost.set_result();
    }
};

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    int ends[2];
    if (pipe(ends) != 0) co_return;
    auto [rt, rp] = co_await loop.connect_read_pipe(asyncio::make_ref<Reading>, ends[0]);
    auto [wt, wp] = co_await loop.connect_write_pipe(asyncio::make_ref<Writing>, ends[1]);
    auto limits = wt->get_write_buffer_limits();
    print(rt->is_reading(), wt->can_write_eof(), std::tuple(limits.low, limits.high));
    wt->write("hello");
    co_await asyncio::sleep(10ms);
    rt->pause_reading();
    wt->write(" later");
    co_await asyncio::sleep(10ms);
    print("resumed");
    rt->resume_reading();
    co_await asyncio::sleep(10ms);
    wt->write_eof();
    print("closing", wt->is_closing());
    wt->write("lost");
    co_await wp->lost;
    co_await rp->lost;

    if (pipe(ends) != 0) co_return;
    auto [again, protocol] = co_await loop.connect_write_pipe(asyncio::make_ref<Writing>, ends[1]);
    again->write(std::string(200000, 'x'));
    print("kept", again->get_write_buffer_size() > 65536);
    close(ends[0]);
    co_await protocol->lost;
}

int main() { asyncio::run(async_main()); }
