#pragma once

/// \file
/// What a browser gives a program beyond asyncio: `fetch` and `WebSocket`, under the names of the web platform. Only
/// for WebAssembly: elsewhere this header does not exist. docs/browser-extras.md says what the page grants.

#include "asyncio/web/errors.hpp"
#include "asyncio/web/fetch.hpp"
#include "asyncio/web/web_socket.hpp"
