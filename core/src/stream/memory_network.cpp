#include "stream/memory_network.hpp"

#include <algorithm>
#include <cerrno>
#include <deque>

#include "asyncio/detail/task/waiter.hpp"
#include "asyncio/os_error.hpp"
#include "asyncio/sockets.hpp"
#include "stream/memory_channel.hpp"

namespace asyncio::detail {
namespace {

/// The first port that a system gives by itself.
constexpr std::uint16_t first_free_port = 49152;

Endpoint normal(Endpoint address) {
  if (address.family == AddressFamily::local) return address;
  const std::string& host = address.host;
  const bool here = host.empty() || host == "localhost" || host == "0.0.0.0" || host == "::" || host == "::1";
  if (here) address.host = "127.0.0.1";
  address.family = AddressFamily::ipv4;
  return address;
}

}  // namespace

/// One address in memory. Connections come with the loop's next look for events.
class MemoryListener final : public Listener {
 public:
  MemoryListener(LoopCore& loop, MemoryNetwork& network, Endpoint address)
      : loop_(loop), network_(network), address_(std::move(address)) {}
  ~MemoryListener() override { stop(); }

  void start(ServerCore& server) override { server_ = &server; }
  void stop() noexcept override {
    if (std::exchange(stopped_, true)) return;
    network_.forget(*this);
    server_ = nullptr;
    incoming_.unlink();
    waiting_.clear();
  }
  TransportSocket socket() const override { return {address_, -1}; }

  bool accepts() const noexcept { return server_ != nullptr; }
  void add(ChannelPtr channel) {
    waiting_.push_back(std::move(channel));
    if (!incoming_.linked()) loop_.push_polled(incoming_);
  }

 private:
  class Incoming final : public Runnable {
   public:
    explicit Incoming(MemoryListener& listener) noexcept : listener_(listener) {}
    void run() override { listener_.accept(); }

   private:
    MemoryListener& listener_;
  };
  void accept() {
    // An eager task may close the server meanwhile.
    const Ref<ServerCore> keep(server_);
    while (!waiting_.empty()) {
      ChannelPtr channel = std::move(waiting_.front());
      waiting_.pop_front();
      server_->accepted(std::move(channel));
    }
  }

  LoopCore& loop_;
  MemoryNetwork& network_;
  Endpoint address_;
  ServerCore* server_ = nullptr;
  std::deque<ChannelPtr> waiting_;
  Incoming incoming_{*this};
  bool stopped_ = false;
};

std::uint16_t MemoryNetwork::free_port(const std::string& host) {
  do {
    last_port_ = last_port_ < first_free_port || last_port_ == 65535 ? first_free_port
                                                                     : static_cast<std::uint16_t>(last_port_ + 1);
  } while (listeners_.contains({host, last_port_}));
  return last_port_;
}

Endpoint MemoryNetwork::own_address(const Endpoint& target, const std::optional<Endpoint>& wanted) {
  if (target.family == AddressFamily::local) return {"", 0, AddressFamily::local};
  Endpoint self = wanted ? normal(*wanted) : Endpoint(target.host, 0, target.family);
  if (self.port == 0) self.port = free_port(self.host);
  return self;
}

Coro<ChannelPtr> MemoryNetwork::connect(Endpoint to, ConnectionSetup setup) {
  const Endpoint target = normal(std::move(to));
  // Options that are wrong are told before anything is done.
  const std::optional<Endpoint>& from = setup.local_addr();
  // As many iterations as a socket takes: one to notice that it is connected, one to go on.
  co_await YieldAwaiter();
  co_await YieldAwaiter();
  const auto found = listeners_.find(key(target));
  if (found == listeners_.end() || !found->second->accepts())
    std::rethrow_exception(os_error(ECONNREFUSED, "Connect call failed " + target.repr()));
  auto [near, far] = make_memory_channels(loop_, own_address(target, from), target);
  found->second->add(std::move(far));
  co_return std::move(near);
}

std::unique_ptr<Listener> MemoryNetwork::listen_at(Endpoint address) {
  if (address.family != AddressFamily::local && address.port == 0) address.port = free_port(address.host);
  if (listeners_.contains(key(address))) {
    std::rethrow_exception(os_error(EADDRINUSE, "error while attempting to bind on address " + address.repr() +
                                                    ": [errno " + std::to_string(EADDRINUSE) +
                                                    "] address already in use"));
  }
  auto listener = std::make_unique<MemoryListener>(loop_, *this, address);
  listeners_.emplace(key(address), listener.get());
  return listener;
}

Coro<Listeners> MemoryNetwork::listen(std::vector<Endpoint> at, StreamOptions) {
  std::vector<Endpoint> addresses;
  for (Endpoint& endpoint : at) {
    Endpoint address = normal(std::move(endpoint));
    if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
  }
  Listeners listeners;
  for (Endpoint& address : addresses) listeners.push_back(listen_at(std::move(address)));
  co_return listeners;
}

namespace {

[[noreturn]] void no_sockets() {
  throw NotSupportedError("this loop has no sockets: its connections lead through memory");
}

}  // namespace

ChannelPtr MemoryNetwork::adopt(Socket) { no_sockets(); }
Listeners MemoryNetwork::adopt_listener(Socket, StreamOptions, bool) { no_sockets(); }

}  // namespace asyncio::detail
