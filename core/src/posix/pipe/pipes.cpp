#include "asyncio/pipes.hpp"

#include "posix/pipe/connect_pipe.hpp"

namespace asyncio::detail {

// What is refused stays the caller's.

Coro<Ref<ReadTransport>> open_read_pipe(Ref<ReadPipeProtocol> protocol, int pipe) {
  native::require_input(pipe);
  return native::connect_read_pipe(std::move(protocol), native::Descriptor(pipe));
}

Coro<Ref<WriteTransport>> open_write_pipe(Ref<WritePipeProtocol> protocol, int pipe) {
  native::require_output(pipe);
  return native::connect_write_pipe(std::move(protocol), native::Descriptor(pipe));
}

}  // namespace asyncio::detail
