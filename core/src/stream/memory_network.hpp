#pragma once

/// \file
/// Servers and connections within one loop, for hosts without sockets.

#include <map>
#include <utility>

#include "asyncio/detail/loop/loop_part.hpp"
#include "stream/network.hpp"

namespace asyncio::detail {

class MemoryListener;

/// The addresses on which servers of one loop listen. All names of this machine are one: "localhost", "127.0.0.1",
/// "::1", "".
class MemoryNetwork final : public LoopPart, public Network {
 public:
  explicit MemoryNetwork(LoopCore& loop) noexcept : loop_(loop) {}

  Coro<ChannelPtr> connect(Endpoint to, ConnectionSetup setup) override;
  Coro<Listeners> listen(std::vector<Endpoint> at, StreamOptions options) override;
  ChannelPtr adopt(Socket socket) override;
  Listeners adopt_listener(Socket socket, StreamOptions options, bool cleanup) override;
  void forget(const MemoryListener& listener) noexcept {
    std::erase_if(listeners_, [&](const auto& entry) { return entry.second == &listener; });
  }

 private:
  using Key = std::pair<std::string, std::uint16_t>;
  static Key key(const Endpoint& address) { return {address.host, address.port}; }
  std::uint16_t free_port(const std::string& host);
  /// Of a client that may have said where it connects from.
  Endpoint own_address(const Endpoint& target, const std::optional<Endpoint>& wanted);
  std::unique_ptr<Listener> listen_at(Endpoint address);

  LoopCore& loop_;
  std::map<Key, MemoryListener*> listeners_;
  std::uint16_t last_port_ = 49151;
};

}  // namespace asyncio::detail
