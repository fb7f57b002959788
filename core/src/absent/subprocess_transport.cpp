/// \file
/// What stands for child processes and pipes where there are none.

#include "asyncio/subprocess_transport.hpp"

#include "asyncio/exceptions.hpp"
#include "asyncio/pipes.hpp"

namespace asyncio::detail {
namespace {

[[noreturn]] void no_processes(const char* call, const char* what) {
  throw NotSupportedError(std::string(call) + " is not supported: this platform has no " + what);
}

}  // namespace

Coro<Ref<ReadTransport>> open_read_pipe(Ref<ReadPipeProtocol>, int) { no_processes("connect_read_pipe()", "pipes"); }
Coro<Ref<WriteTransport>> open_write_pipe(Ref<WritePipeProtocol>, int) {
  no_processes("connect_write_pipe()", "pipes");
}
Coro<Ref<SubprocessTransport>> open_subprocess(Ref<SubprocessProtocol>, SubprocessSetup setup) {
  no_processes(setup.shell ? "create_subprocess_shell()" : "create_subprocess_exec()",
               "processes; call the function that does the work, or start a task for it");
}

}  // namespace asyncio::detail
