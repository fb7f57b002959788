#pragma once

/// \file
/// What opens connections and listens for them: the operating system's sockets, or the memory of this program.

#include "asyncio/coro.hpp"
#include "asyncio/detail/channel.hpp"
#include "asyncio/detail/server_core.hpp"

namespace asyncio::detail {

class Network {
 public:
  virtual ~Network() = default;
  /// \throws OSError
  virtual Coro<ChannelPtr> connect(Endpoint to, StreamOptions options) = 0;
  /// \throws OSError
  virtual Coro<Listeners> listen(Endpoint at, StreamOptions options) = 0;
};

/// The running loop's network: its host's, or one of its own in memory.
Network& running_network();

}  // namespace asyncio::detail
