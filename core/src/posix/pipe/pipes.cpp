#include "asyncio/pipes.hpp"

#include "posix/pipe/connect_pipe.hpp"
#include "posix/pipe/connect_stream.hpp"

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

Coro<Ref<ReadTransport>> open_input(Ref<ReadPipeProtocol> protocol, int fd) {
  return native::connect_input(std::move(protocol), fd);
}

Coro<Ref<WriteTransport>> open_output(Ref<WritePipeProtocol> protocol, int fd) {
  return native::connect_output(std::move(protocol), fd);
}

}  // namespace asyncio::detail
