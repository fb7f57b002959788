#pragma once

/// \file
/// What goes wrong between a program and the network.

#include "asyncio/os_error.hpp"

namespace asyncio::web {

/// No answer, a broken connection, or a server that does not allow this page (CORS): a browser does not say which of
/// them it was. What the page itself refuses is a PermissionError; what it cannot do at all is a NotSupportedError.
class NetworkError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};

}  // namespace asyncio::web
