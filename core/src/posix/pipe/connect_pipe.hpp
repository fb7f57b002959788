#pragma once

#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/pipes.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {

/// \throws std::invalid_argument for what is no pipe; NotSupportedError where there are no descriptors
void require_input(int pipe);
/// The same for a writing end, and ignores SIGPIPE.
void require_output(int pipe);

/// Connects a pipe that was looked at and its protocol. The descriptor is closed whatever is thrown.
Coro<Ref<ReadTransport>> connect_read_pipe(Ref<ReadPipeProtocol> protocol, Descriptor pipe);
Coro<Ref<WriteTransport>> connect_write_pipe(Ref<WritePipeProtocol> protocol, Descriptor pipe);

/// The same by a channel that is there. \param tells_of_lost_reader whether it becomes readable then
Coro<Ref<ReadTransport>> connect_reader(Ref<ReadPipeProtocol> protocol, detail::ChannelPtr channel);
Coro<Ref<WriteTransport>> connect_writer(Ref<WritePipeProtocol> protocol, detail::ChannelPtr channel,
                                         bool tells_of_lost_reader);

}  // namespace asyncio::native
