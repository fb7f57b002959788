#pragma once

/// \file
/// `BufferedProtocol`. Source: Lib/asyncio/protocols.py.

#include <cstddef>
#include <span>

#include "asyncio/transport.hpp"

namespace asyncio {

/// A protocol that says where the bytes are to go, which spares a copy.
class BufferedProtocol : public Protocol {
 public:
  /// Room for the next bytes, which must live until buffer_updated(). \param size_hint how much would do; -1: any.
  /// \returns not empty, else the connection is closed with an error
  virtual std::span<std::byte> get_buffer(std::ptrdiff_t size_hint) = 0;
  /// So many bytes have come into it.
  virtual void buffer_updated(std::size_t count) = 0;

  /// What some transports call instead: copies, by as many calls of the two above as it takes.
  /// \throws std::runtime_error("get_buffer() returned an empty buffer")
  void data_received(std::string_view data) final;

  /// get_buffer(), checked. \throws std::runtime_error("get_buffer() returned an empty buffer")
  std::span<std::byte> require_buffer(std::ptrdiff_t size_hint);
};

}  // namespace asyncio
