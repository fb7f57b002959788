#pragma once

#include <asyncio/server.hpp>
#include <asyncio/streams.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

/// Bytes that show where they come from.
inline std::string pattern(std::size_t size) {
  std::string block(size, ' ');
  for (std::size_t i = 0; i < size; ++i) block[i] = static_cast<char>('a' + i % 23);
  return block;
}

/// What start_server() calls: sends back what comes.
inline asyncio::Coro<void> echo(asyncio::StreamReader& reader, asyncio::StreamWriter& writer) {
  for (;;) {
    const std::string data = co_await reader.read(65536);
    if (data.empty()) break;
    writer.write(data);
    co_await writer.drain();
  }
  writer.close();
}

inline int port_of(const asyncio::Server& server) { return server.sockets().at(0).getsockname().port; }

/// Sends so many bytes to an echo and checks that they come back.
inline asyncio::Coro<void> expect_back(asyncio::StreamReader& reader, asyncio::StreamWriter& writer, std::size_t size) {
  const std::string block = pattern(size);
  writer.write(block);
  const std::string back = co_await reader.readexactly(static_cast<std::ptrdiff_t>(size));
  CHECK(back == block);
}
