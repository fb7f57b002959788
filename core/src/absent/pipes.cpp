#include "asyncio/pipes.hpp"

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {
namespace {

[[noreturn]] void no_pipes(const char* call) {
  throw NotSupportedError(std::string(call) + " is not supported: this platform has no pipes");
}

}  // namespace

Coro<Ref<ReadTransport>> open_read_pipe(Ref<ReadPipeProtocol>, int) { no_pipes("connect_read_pipe()"); }
Coro<Ref<WriteTransport>> open_write_pipe(Ref<WritePipeProtocol>, int) { no_pipes("connect_write_pipe()"); }

Coro<Ref<ReadTransport>> open_input(Ref<ReadPipeProtocol>, int) { no_pipes("open_read_pipe()"); }
Coro<Ref<WriteTransport>> open_output(Ref<WritePipeProtocol>, int) { no_pipes("open_write_pipe()"); }

}  // namespace asyncio::detail
