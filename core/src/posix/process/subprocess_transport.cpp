#include "asyncio/subprocess_transport.hpp"

#include "asyncio/task.hpp"
#include "loop/reactor.hpp"
#include "posix/process/posix_subprocess.hpp"

namespace asyncio::detail {

Coro<Ref<SubprocessTransport>> open_subprocess(Ref<SubprocessProtocol> protocol, SubprocessSetup setup) {
  LoopCore& loop = running_loop();
  require_reactor(loop, setup.shell ? "create_subprocess_shell()" : "create_subprocess_exec()");
  const Ref<native::PosixSubprocess> process(
      new native::PosixSubprocess(loop, std::move(protocol), native::spawn(setup)));
  std::exception_ptr error;
  try {
    const auto connected = make_future(loop);
    create_task_on(loop, native::PosixSubprocess::connect_pipes(process, connected), {},
                   std::source_location::current());
    co_await connected;
  } catch (...) {
    error = std::current_exception();
  }
  if (!error) co_return Ref<SubprocessTransport>(process);
  process->break_off();
  if (!ends_the_loop(error)) co_await process->wait();
  std::rethrow_exception(error);
}

}  // namespace asyncio::detail
