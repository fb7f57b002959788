#pragma once

/// \file
/// Pipes of the system: `loop.connect_read_pipe` and `loop.connect_write_pipe`. Source: Lib/asyncio/base_events.py,
/// unix_events.py.

#include <utility>

#include "asyncio/detail/stream/connected.hpp"
#include "asyncio/transport.hpp"

namespace asyncio {

/// The protocol of a pipe's reading end.
class ReadPipeProtocol : public BaseProtocol {
 public:
  /// Once, first of all.
  virtual void connection_made(ReadTransport&) {}
  virtual void data_received(std::string_view) {}
  /// All writers have gone. The transport closes itself.
  virtual void eof_received() {}
};

/// The protocol of a pipe's writing end. connection_lost() gets a BrokenPipeError if its reader goes before all has
/// been written.
class WritePipeProtocol : public BaseProtocol {
 public:
  /// Once, first of all.
  virtual void connection_made(WriteTransport&) {}
};

namespace detail {

Coro<Ref<ReadTransport>> open_read_pipe(Ref<ReadPipeProtocol> protocol, int pipe);
Coro<Ref<WriteTransport>> open_write_pipe(Ref<WritePipeProtocol> protocol, int pipe);
/// The same for files, too, and for a copy of a standard stream. \see asyncio::open_read_pipe
Coro<Ref<ReadTransport>> open_input(Ref<ReadPipeProtocol> protocol, int fd);
Coro<Ref<WriteTransport>> open_output(Ref<WritePipeProtocol> protocol, int fd);

}  // namespace detail

}  // namespace asyncio
