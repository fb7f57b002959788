#pragma once

#include "asyncio/detail/stream/connection_setup.hpp"
#include "posix/net/posix_network.hpp"

namespace asyncio::native {

/// Looks a name up and connects with one of its addresses, tried one after the other or, as the options say, side by
/// side. \throws OSError; ExceptionGroup if the options say so
Coro<Descriptor> connect_to(Endpoint to, detail::ConnectionSetup setup);

}  // namespace asyncio::native
