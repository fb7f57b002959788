#include "absent/no_sockets.hpp"

#include <string>

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

void no_sockets(const char* call) {
  throw NotSupportedError(
      std::string(call) +
      " is not supported: this platform has no sockets; open_connection() and start_server() work within "
      "one program");
}

}  // namespace asyncio::detail
