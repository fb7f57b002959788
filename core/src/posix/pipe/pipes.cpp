#include "posix/pipe/pipes.hpp"

#include "posix/pipe/pipe_channel.hpp"
#include "posix/pipe/read_pipe_transport.hpp"
#include "posix/pipe/write_pipe_transport.hpp"
#include "stream/start_transport.hpp"

namespace asyncio {
namespace native {
namespace {

constexpr const char* no_input = "Pipe transport is for pipes/sockets only.";
constexpr const char* no_output = "Pipe transport is only for pipes, sockets and character devices";

Coro<Ref<ReadTransport>> start_reading(Ref<ReadPipeProtocol> protocol, Descriptor pipe) {
  detail::LoopCore& loop = detail::running_loop();
  auto channel = std::make_unique<PipeChannel>(loop, *loop.host().reactor(), std::move(pipe));
  const Ref<ReadPipeTransport> transport(new ReadPipeTransport(loop, std::move(channel), std::move(protocol)));
  co_await detail::start_and_wait(transport);
  co_return Ref<ReadTransport>(transport);
}

Coro<Ref<WriteTransport>> start_writing(Ref<WritePipeProtocol> protocol, Descriptor pipe) {
  detail::LoopCore& loop = detail::running_loop();
  const bool tells = tells_of_lost_reader(pipe.get());
  auto channel = std::make_unique<PipeChannel>(loop, *loop.host().reactor(), std::move(pipe));
  const Ref<WritePipeTransport> transport(new WritePipeTransport(loop, std::move(channel), std::move(protocol), tells));
  co_await detail::start_and_wait(transport);
  co_return Ref<WriteTransport>(transport);
}

void require_pipe(int pipe, const char* complaint) {
  detail::require_reactor(detail::running_loop(), "connect_read_pipe() or connect_write_pipe()");
  prepare_pipe(pipe, complaint);
}

}  // namespace

Coro<Ref<ReadTransport>> connect_read_pipe(Ref<ReadPipeProtocol> protocol, Descriptor pipe) {
  require_pipe(pipe.get(), no_input);
  return start_reading(std::move(protocol), std::move(pipe));
}

Coro<Ref<WriteTransport>> connect_write_pipe(Ref<WritePipeProtocol> protocol, Descriptor pipe) {
  ignore_broken_pipe_signal();
  require_pipe(pipe.get(), no_output);
  return start_writing(std::move(protocol), std::move(pipe));
}

}  // namespace native

// What is refused stays the caller's.

Coro<Ref<ReadTransport>> detail::open_read_pipe(Ref<ReadPipeProtocol> protocol, int pipe) {
  native::require_pipe(pipe, native::no_input);
  return native::start_reading(std::move(protocol), native::Descriptor(pipe));
}

Coro<Ref<WriteTransport>> detail::open_write_pipe(Ref<WritePipeProtocol> protocol, int pipe) {
  native::ignore_broken_pipe_signal();
  native::require_pipe(pipe, native::no_output);
  return native::start_writing(std::move(protocol), native::Descriptor(pipe));
}

}  // namespace asyncio
