#pragma once

/// \file
/// What opens connections and listens for them: the operating system's sockets, or the memory of this program.

#include "asyncio/coro.hpp"
#include "asyncio/detail/stream/channel.hpp"
#include "stream/server_core.hpp"

namespace asyncio {

class Socket;

namespace detail {

class Network {
 public:
  virtual ~Network() = default;
  /// \throws OSError
  virtual Coro<ChannelPtr> connect(Endpoint to, ConnectionSetup setup) = 0;
  /// At each address once. \throws OSError
  virtual Coro<Listeners> listen(std::vector<Endpoint> at, StreamOptions options) = 0;
  /// A socket of the program's that is connected. \throws std::invalid_argument unless it is one for streams
  virtual ChannelPtr adopt(Socket socket) = 0;
  /// A socket of the program's that is bound. \param cleanup whether the file of a Unix socket is removed at the end.
  /// \throws std::invalid_argument unless it is one for streams
  virtual Listeners adopt_listener(Socket socket, StreamOptions options, bool cleanup) = 0;
};

/// The running loop's network: its host's, or one of its own in memory.
Network& running_network();

}  // namespace detail
}  // namespace asyncio
