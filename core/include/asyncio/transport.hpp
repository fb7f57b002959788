#pragma once

/// \file
/// Transports and protocols: the layer of callbacks under the streams. Source: Lib/asyncio/transports.py, protocols.py.

#include <cstddef>
#include <exception>
#include <optional>
#include <span>
#include <string_view>

#include "asyncio/extra_info.hpp"
#include "asyncio/ref.hpp"

namespace asyncio {

class BaseProtocol;
class Protocol;

/// One end of a connection. It calls its protocol for what happens, and lives until its protocol's connection_lost()
/// has been called, whether anybody holds it or not.
class BaseTransport : public detail::RefCounted {
 public:
  /// Stops reading, sends what is kept, then closes and calls connection_lost(). Returns at once.
  virtual void close() = 0;
  virtual bool is_closing() const = 0;
  /// "peername", "sockname" (an Endpoint), "socket", "pipe" (a descriptor); with TLS "cipher", "tls_version",
  /// "alpn_protocol", "session_reused", "peercert" (texts, the last one PEM); empty if it is not known.
  virtual ExtraInfo get_extra_info(std::string_view name) const = 0;

  /// Calls another protocol from now on, of the kind that this transport calls; neither its connection_made() nor the
  /// old one's connection_lost() is called for that. \throws std::invalid_argument for one of another kind
  void set_protocol(Ref<BaseProtocol> protocol);
  /// Null once the protocol has been told of the end.
  Ref<BaseProtocol> get_protocol() const;

 protected:
  virtual void replace_protocol(Ref<BaseProtocol> protocol) = 0;
  virtual Ref<BaseProtocol> current_protocol() const = 0;
};

/// What takes bytes in.
class ReadTransport : public virtual BaseTransport {
 public:
  /// No data_received() until resume_reading().
  virtual void pause_reading() = 0;
  virtual void resume_reading() = 0;
  virtual bool is_reading() const = 0;
};

/// What sends bytes.
class WriteTransport : public virtual BaseTransport {
 public:
  /// Sends, without waiting: what the channel does not take at once is kept and sent when there is room.
  /// \throws std::runtime_error("Cannot call write() after write_eof()")
  virtual void write(std::string_view data) = 0;
  virtual void writelines(std::span<const std::string_view> data) = 0;
  /// Ends the sending direction once all has been sent; the other one, if there is one, stays open.
  virtual void write_eof() = 0;
  virtual bool can_write_eof() const = 0;
  /// Closes at once; what is kept is lost.
  virtual void abort() = 0;

  /// When more than `high` bytes are kept the protocol is told to pause, when at most `low` are left to resume.
  /// \throws std::invalid_argument unless high >= low
  virtual void set_write_buffer_limits(std::optional<std::size_t> high = {}, std::optional<std::size_t> low = {}) = 0;
  struct WriteBufferLimits {
    std::size_t low;
    std::size_t high;
  };
  virtual WriteBufferLimits get_write_buffer_limits() const = 0;
  virtual std::size_t get_write_buffer_size() const = 0;
};

/// Both directions of a connection.
class Transport : public ReadTransport, public WriteTransport {
 public:
  /// \see BaseTransport::set_protocol
  virtual void set_protocol(Ref<Protocol> protocol) = 0;
  /// Null once the connection is lost.
  virtual Ref<Protocol> get_protocol() const = 0;
  /// As abort(); connection_lost() gets the error.
  virtual void force_close(std::exception_ptr error) = 0;

 protected:
  void replace_protocol(Ref<BaseProtocol> protocol) override;
  Ref<BaseProtocol> current_protocol() const override;
};

/// What a transport calls, always from the loop. Derive from one of its kinds and override what is of interest.
class BaseProtocol : public detail::RefCounted {
 public:
  /// Once, last of all: null after a regular end.
  virtual void connection_lost(std::exception_ptr) {}
  /// More is kept than the transport's high water mark: write no more until resume_writing().
  virtual void pause_writing() {}
  virtual void resume_writing() {}
};

/// The protocol of a connection.
class Protocol : public BaseProtocol {
 public:
  /// Once, first of all.
  virtual void connection_made(Transport&) {}
  virtual void data_received(std::string_view) {}
  /// The peer will send no more. \returns whether the transport stays open for sending
  virtual bool eof_received() { return false; }
};

}  // namespace asyncio
