#pragma once

#include <asyncio/asyncio.hpp>
#include <functional>
#include <string>

/// Where a server listens.
struct Address {
  std::string host = "127.0.0.1";
  int port = 0;
};

/// A server's main(): takes `[PORT [HOST]]` from the command line and calls `serve`. Without a port the system chooses
/// one. What it throws is told in a line. \returns the program's exit code
int run_program(int argc, char** argv, const std::function<void(const Address&)>& serve);

/// Prints "listening on HOST:PORT" for each address.
void announce(const asyncio::Server& server);

/// Suspends until the program is asked to end, by Control-C or by `kill`.
asyncio::Coro<void> stop_signal();

/// Suspends until the connections of a closed server have gone. Those that take too long are broken off.
asyncio::Coro<void> finish(asyncio::Server server);
