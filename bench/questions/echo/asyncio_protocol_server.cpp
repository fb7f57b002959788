// What does a request cost a server that sends back what it gets? With a protocol: by callbacks.
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <string_view>

namespace {

class Echo final : public asyncio::Protocol {
 public:
  void connection_made(asyncio::Transport& transport) override { transport_ = &transport; }
  void data_received(std::string_view data) override { transport_->write(data); }

 private:
  /// It outlives the connection, and nothing is received after that.
  asyncio::Transport* transport_ = nullptr;
};

asyncio::Coro<void> serve() {
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  asyncio::Server server = co_await loop.create_server([] { return asyncio::make_ref<Echo>(); }, "127.0.0.1", 0);
  std::printf("%d\n", server.sockets().front().getsockname().port);
  std::fflush(stdout);
  co_await server.serve_forever();
}

}  // namespace

int main() { asyncio::run(serve()); }
