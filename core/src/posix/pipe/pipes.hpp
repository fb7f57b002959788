#pragma once

#include "asyncio/pipes.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {

/// Connects a pipe and its protocol. The descriptor is closed whatever is thrown.
Coro<Ref<ReadTransport>> connect_read_pipe(Ref<ReadPipeProtocol> protocol, Descriptor pipe);
Coro<Ref<WriteTransport>> connect_write_pipe(Ref<WritePipeProtocol> protocol, Descriptor pipe);

}  // namespace asyncio::native
