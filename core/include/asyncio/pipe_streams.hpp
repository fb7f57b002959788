#pragma once

/// \file
/// Streams over pipes: `open_read_pipe` and `open_write_pipe`, for the standard streams among others. What Python
/// makes of `loop.connect_read_pipe`, StreamReaderProtocol and a StreamReader.

#include "asyncio/stream_reader.hpp"
#include "asyncio/stream_writer.hpp"

namespace asyncio {

namespace detail {
struct PipeReaderCore;
}

/// The reading end of a pipe, as a StreamReader. A handle: copies name the same pipe, which is closed at its end, by
/// close(), or when the last handle goes.
class PipeReader : public StreamReader {
 public:
  PipeReader(Ref<detail::ReaderCore> reader, Ref<detail::PipeReaderCore> pipe);
  PipeReader(const PipeReader&) noexcept;
  PipeReader(PipeReader&&) noexcept;
  PipeReader& operator=(PipeReader) noexcept;
  ~PipeReader();

  ReadTransport& transport() const;
  /// Closes the pipe; returns at once. Reads see the end after what has come.
  void close();

 private:
  Ref<detail::PipeReaderCore> pipe_;
};

/// Reads a descriptor of this program as a stream: a pipe, a socket, a terminal, or what never makes one wait, a file
/// or /dev/null. Suspends until that is ready to be read. Standard input by lines:
///
///     auto input = co_await asyncio::open_read_pipe(0);
///     while (auto line = co_await input.next()) std::cout << *line;
///
/// The stream owns the descriptor from then on, but for a standard one (0, 1, 2), which stays open: it reads a copy.
/// What is refused stays the caller's. \throws OSError; std::invalid_argument for a directory and the like;
/// NotSupportedError in a browser
Coro<PipeReader> open_read_pipe(int pipe, StreamOptions options = {});

/// The same for writing. `write_eof()` closes, as a pipe has one direction only. It ignores SIGPIPE from then on, where
/// that has its default action, as Python does.
Coro<StreamWriter> open_write_pipe(int pipe);

}  // namespace asyncio
