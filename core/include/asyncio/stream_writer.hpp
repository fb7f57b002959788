#pragma once

/// \file
/// `StreamWriter`. Source: Lib/asyncio/streams.py.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "asyncio/coro.hpp"
#include "asyncio/detail/stream/reader_core.hpp"
#include "asyncio/ssl_options.hpp"
#include "asyncio/transport.hpp"

namespace asyncio {

namespace detail {
class StreamFlow;
struct WriterCore;
}  // namespace detail

/// The sending side of a connection. A handle: copies name the same connection. When the last one goes, the connection
/// is closed as close() does: what was written is still sent.
class StreamWriter {
 public:
  /// \param reader of the same connection, whose error drain() throws; may be null
  StreamWriter(Ref<WriteTransport> transport, Ref<detail::StreamFlow> flow, Ref<detail::ReaderCore> reader);
  StreamWriter(const StreamWriter&) noexcept;
  StreamWriter(StreamWriter&&) noexcept;
  StreamWriter& operator=(StreamWriter) noexcept;
  ~StreamWriter();

  /// Sends what can be sent at once and keeps the rest for later. Follow it with `co_await drain()`, or a peer that
  /// reads slowly makes the memory grow. After the connection is lost it does nothing.
  /// \throws std::runtime_error("Cannot call write() after write_eof()")
  void write(std::string_view data);
  /// The same for several pieces at once.
  void writelines(std::span<const std::string_view> data);
  void writelines(std::span<const std::string> data);
  void writelines(std::initializer_list<std::string_view> data);

  /// Suspends while more than the high water mark is kept, until no more than the low one is; else goes on at once.
  /// Cancelling it loses nothing. \throws what the reader's exception() is; ConnectionResetError("Connection lost")
  Coro<void> drain();

  /// Ends the sending direction once all is sent: the peer sees the end, and may go on sending.
  void write_eof();
  bool can_write_eof() const;

  /// Closes the connection once all is sent; returns at once. The reader sees the end.
  void close();
  bool is_closing() const;
  /// Suspends until the connection is gone. \throws what ended it, if that was an error
  Coro<void> wait_closed();

  /// Speaks TLS from now on, as a server if this is a server's connection. Suspends until what was written is sent and
  /// the handshake is done. What was read before is not secured. \throws ssl::SSLError, OSError; std::invalid_argument
  Coro<void> start_tls(const ssl::SSLContext& context, StartTlsOptions options = {});

  /// \see BaseTransport::get_extra_info
  ExtraInfo get_extra_info(std::string_view name) const;
  WriteTransport& transport() const;
  /// `<StreamWriter peer=('127.0.0.1', 5000) reader=<StreamReader>>`, for people.
  std::string repr() const;

 private:
  Ref<detail::WriterCore> core_;
};

}  // namespace asyncio
