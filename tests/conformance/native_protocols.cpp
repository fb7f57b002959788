// create_server, create_connection, create_datagram_endpoint: what protocols hear, and in which order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::string upper(std::string_view data) {
    std::string text(data);
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

std::string text_of(const std::exception_ptr& error) { return error ? asyncio::detail::what(error) : "None"; }

struct Recorder : asyncio::Protocol {
    std::string name;
    asyncio::Transport* transport = nullptr;
    asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
    explicit Recorder(std::string n) : name(std::move(n)) {}
    void connection_made(asyncio::Transport& made) override {
        print(name, "made");
        transport = &made;
    }
    void data_received(std::string_view data) override {
        print(name, "received", std::string(data));
        if (name == "server") transport->write(upper(data));
    }
    bool eof_received() override {
        print(name, "end");
        return false;
    }
    void connection_lost(std::exception_ptr error) override {
        print(name, "lost", text_of(error));
        lost.set_result();
    }
};

struct Datagrams : asyncio::DatagramProtocol {
    std::string name;
    asyncio::DatagramTransport* transport = nullptr;
    explicit Datagrams(std::string n) : name(std::move(n)) {}
    void connection_made(asyncio::DatagramTransport& made) override {
        print(name, "made");
        transport = &made;
    }
    void datagram_received(std::string_view data, const asyncio::Endpoint& from) override {
        print(name, "received", std::string(data));
        if (name == "server") transport->sendto(upper(data), from);
    }
    void error_received(std::exception_ptr error) override { print(name, "error", text_of(error)); }
    void connection_lost(std::exception_ptr error) override { print(name, "lost", text_of(error)); }
};

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto accept = [] { return asyncio::make_ref<Recorder>("server"); };
    auto server = co_await loop.create_server(accept, "127.0.0.1", 0);
    int port = server.sockets()[0].getsockname().port;
    auto connect = [] { return asyncio::make_ref<Recorder>("client"); };
    auto [transport, protocol] = co_await loop.create_connection(connect, "127.0.0.1", port);
    print(transport->get_protocol() == asyncio::Ref<asyncio::Protocol>(protocol), transport->is_reading(),
          transport->can_write_eof());
    transport->write("hello");
    co_await asyncio::sleep(20ms);
    transport->write_eof();
    co_await protocol->lost;
    print("closing", transport->is_closing());
    server.close();
    co_await server.wait_closed();

    auto receive = [] { return asyncio::make_ref<Datagrams>("server"); };
    auto send = [] { return asyncio::make_ref<Datagrams>("client"); };
    asyncio::Endpoint any("127.0.0.1");
    auto [receiver, received] = co_await loop.create_datagram_endpoint(receive, any);
    asyncio::Endpoint address = receiver->get_extra_info("sockname").address();
    auto [sender, sent] = co_await loop.create_datagram_endpoint(send, {}, address);
    sender->sendto("one");
    co_await asyncio::sleep(20ms);
    try {
        sender->sendto("two", asyncio::Endpoint("127.0.0.1", 9));
    } catch (const std::invalid_argument& e) {
        print(std::string(e.what()).substr(0, 36));
    }
    receiver->close();
    co_await asyncio::sleep(10ms);
    sender->sendto("three");
    co_await asyncio::sleep(20ms);
    sender->abort();
    print(sender->is_closing());
    co_await asyncio::sleep(10ms);
}

int main() { asyncio::run(async_main()); }
