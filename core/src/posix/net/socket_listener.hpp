#pragma once

#include "posix/net/posix_network.hpp"

namespace asyncio::native {

/// Binds to each address that this machine has and, when it is started, listens. \throws OSError if it has none
detail::Listeners make_listeners(detail::LoopCore& loop, PosixNetwork& network, const std::vector<Address>& addresses,
                                 const StreamOptions& options);
/// One for a socket that is bound. \param cleanup whether a path's socket file is removed at the end
std::unique_ptr<detail::Listener> make_listener(detail::LoopCore& loop, PosixNetwork& network, Descriptor socket,
                                                int backlog, bool cleanup);

/// Why an address could not be bound to.
std::exception_ptr bind_error(int code, const Endpoint& address);

/// Removes the file that a server before has left behind under a path.
void remove_stale_socket(const std::string& path) noexcept;

}  // namespace asyncio::native
