#include "posix/pipe/connect_pipe.hpp"

#include "posix/pipe/pipe_channel.hpp"
#include "posix/pipe/read_pipe_transport.hpp"
#include "posix/pipe/write_pipe_transport.hpp"
#include "stream/start_transport.hpp"

namespace asyncio::native {
namespace {

constexpr const char* no_input = "Pipe transport is for pipes/sockets only.";
constexpr const char* no_output = "Pipe transport is only for pipes, sockets and character devices";

void require_pipe(int pipe, const char* complaint) {
  detail::require_reactor(detail::running_loop(), "connect_read_pipe() or connect_write_pipe()");
  prepare_pipe(pipe, complaint);
}

detail::ChannelPtr pipe_channel(Descriptor pipe) {
  detail::LoopCore& loop = detail::running_loop();
  return std::make_unique<PipeChannel>(loop, *loop.host().reactor(), std::move(pipe));
}

}  // namespace

void require_input(int pipe) { require_pipe(pipe, no_input); }

void require_output(int pipe) {
  ignore_broken_pipe_signal();
  require_pipe(pipe, no_output);
}

Coro<Ref<ReadTransport>> connect_reader(Ref<ReadPipeProtocol> protocol, detail::ChannelPtr channel) {
  const Ref<ReadPipeTransport> transport(
      new ReadPipeTransport(detail::running_loop(), std::move(channel), std::move(protocol)));
  co_await detail::start_and_wait(transport);
  co_return Ref<ReadTransport>(transport);
}

Coro<Ref<WriteTransport>> connect_writer(Ref<WritePipeProtocol> protocol, detail::ChannelPtr channel,
                                         bool tells_of_lost_reader) {
  const Ref<WritePipeTransport> transport(
      new WritePipeTransport(detail::running_loop(), std::move(channel), std::move(protocol), tells_of_lost_reader));
  co_await detail::start_and_wait(transport);
  co_return Ref<WriteTransport>(transport);
}

Coro<Ref<ReadTransport>> connect_read_pipe(Ref<ReadPipeProtocol> protocol, Descriptor pipe) {
  return connect_reader(std::move(protocol), pipe_channel(std::move(pipe)));
}

Coro<Ref<WriteTransport>> connect_write_pipe(Ref<WritePipeProtocol> protocol, Descriptor pipe) {
  const bool tells = tells_of_lost_reader(pipe.get());
  return connect_writer(std::move(protocol), pipe_channel(std::move(pipe)), tells);
}

}  // namespace asyncio::native
