#include "asyncio/endpoint.hpp"

namespace asyncio {

std::string Endpoint::repr() const {
  if (family == AddressFamily::local) return '\'' + host + '\'';
  std::string text = "('" + host + "', " + std::to_string(port);
  // Flow label and scope.
  if (family == AddressFamily::ipv6) text += ", 0, 0";
  return text + ')';
}

}  // namespace asyncio
