#include "asyncio/pipes.hpp"

#include "asyncio/detail/start_transport.hpp"
#include "pipe_channel.hpp"
#include "read_pipe_transport.hpp"
#include "write_pipe_transport.hpp"

namespace asyncio {

Coro<Ref<ReadTransport>> detail::open_read_pipe(Ref<ReadPipeProtocol> protocol, int pipe) {
  LoopCore& loop = running_loop();
  auto channel = native::make_pipe_channel(loop, pipe, "Pipe transport is for pipes/sockets only.");
  const Ref<native::ReadPipeTransport> transport(
      new native::ReadPipeTransport(loop, std::move(channel), std::move(protocol)));
  co_await start_and_wait(transport);
  co_return Ref<ReadTransport>(transport);
}

Coro<Ref<WriteTransport>> detail::open_write_pipe(Ref<WritePipeProtocol> protocol, int pipe) {
  LoopCore& loop = running_loop();
  native::ignore_broken_pipe_signal();
  auto channel =
      native::make_pipe_channel(loop, pipe, "Pipe transport is only for pipes, sockets and character devices");
  const bool tells = native::tells_of_lost_reader(pipe);
  const Ref<native::WritePipeTransport> transport(
      new native::WritePipeTransport(loop, std::move(channel), std::move(protocol), tells));
  co_await start_and_wait(transport);
  co_return Ref<WriteTransport>(transport);
}

}  // namespace asyncio
