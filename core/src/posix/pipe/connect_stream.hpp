#pragma once

#include "asyncio/pipes.hpp"

namespace asyncio::native {

/// Connects what is to be read or written as a stream: pipes, and what never makes anybody wait. Takes the descriptor
/// over, or a copy of a standard one. \throws OSError; std::invalid_argument for what is neither
Coro<Ref<ReadTransport>> connect_input(Ref<ReadPipeProtocol> protocol, int fd);
Coro<Ref<WriteTransport>> connect_output(Ref<WritePipeProtocol> protocol, int fd);

}  // namespace asyncio::native
