#include "asyncio/subprocess_transport.hpp"

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

Coro<Ref<SubprocessTransport>> open_subprocess(Ref<SubprocessProtocol>, SubprocessSetup setup) {
  throw NotSupportedError(std::string(setup.shell ? "create_subprocess_shell()" : "create_subprocess_exec()") +
                          " is not supported: this platform has no processes; call the function that does the work, or "
                          "start a task for it");
}

}  // namespace asyncio::detail
