#pragma once

#include "posix/net/posix_network.hpp"

namespace asyncio::native {

/// Binds and, when it is started, listens. Removes a path's socket file at the end.
std::unique_ptr<detail::Listener> make_listener(detail::LoopCore& loop, PosixNetwork& network, const Address& address,
                                                const StreamOptions& options);
/// The same with a socket that is bound.
std::unique_ptr<detail::Listener> make_listener(detail::LoopCore& loop, PosixNetwork& network, Descriptor socket,
                                                const StreamOptions& options);

/// Removes the file that a server before has left behind under a path.
void remove_stale_socket(const std::string& path) noexcept;

}  // namespace asyncio::native
