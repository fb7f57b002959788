#pragma once

/// \file
/// Source: Lib/asyncio/sslproto.py.

#include "asyncio/buffered_protocol.hpp"
#include "asyncio/detail/stream/byte_buffer.hpp"
#include "asyncio/detail/stream/tls.hpp"
#include "stream/flow_control.hpp"
#include "stream/transport_life.hpp"
#include "tls/tls_engine.hpp"

namespace asyncio::tls {

/// TLS over another transport: a transport to the program's protocol, and by TlsProtocol a protocol to the transport
/// below. Its state is one of:
///
///     unwrapped ─▶ handshake ─▶ wrapped ─▶ flushing ─▶ shutdown ─▶ unwrapped
///
/// and from each straight back to unwrapped when the connection is lost. Flushing hands the program what has come
/// before the peer is told that we send no more; shutdown waits until it says the same.
class TlsTransport final : public Transport, private detail::TransportLife {
 public:
  TlsTransport(detail::LoopCore& loop, std::shared_ptr<detail::TlsContext> context, std::unique_ptr<TlsEngine> engine,
               Ref<Protocol> protocol, const detail::TlsSetup& setup, Future<void> made);
  ~TlsTransport() override;

  void write(std::string_view data) override;
  void writelines(std::span<const std::string_view> data) override;
  /// \throws NotSupportedError: TLS has no half of a connection
  void write_eof() override;
  bool can_write_eof() const override { return false; }
  void close() override;
  void abort() override { force_close(nullptr); }
  void force_close(std::exception_ptr error) override;
  bool is_closing() const override { return closed_ || (below_ && below_->is_closing()); }
  void pause_reading() override { reading_paused_ = true; }
  void resume_reading() override;
  bool is_reading() const override { return !reading_paused_; }
  void set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) override;
  WriteBufferLimits get_write_buffer_limits() const override { return flow_.limits(); }
  std::size_t get_write_buffer_size() const override { return engine_->outgoing_size() + unsent_.size(); }
  ExtraInfo get_extra_info(std::string_view name) const override;
  void set_protocol(Ref<Protocol> protocol) override;
  Ref<Protocol> get_protocol() const override { return protocol_; }
  void abandon() noexcept override;

  // What the transport below tells.

  void below_made(Transport& below);
  void below_received(std::string_view data);
  bool below_ended();
  void below_lost(std::exception_ptr error);
  void below_paused() { below_paused_ = true; }
  void below_resumed();

 private:
  enum class State : unsigned char { unwrapped, handshake, wrapped, flushing, shutdown };
  /// What the program's protocol has been told.
  enum class Told : unsigned char { nothing, made, end, lost };

  // tls_transport.cpp: the beginning and the end.
  void go_on();
  void do_handshake();
  void handshake_timed_out();
  void handshake_done(std::exception_ptr error);
  void start_shutdown();
  void shutdown_timed_out();
  void do_flush();
  void do_shutdown();
  void shutdown_done(std::exception_ptr error);
  void close_below();
  void lose(std::exception_ptr error) override { fatal_error(std::move(error), "Fatal error on transport"); }
  void connection_lost(std::exception_ptr error) override;
  void finish_waiting(const std::exception_ptr& error);
  void fatal_error(std::exception_ptr error, const char* message);

  // tls_data.cpp: what is in between.
  void do_read();
  void read_again();
  void read_all();
  void read_into_buffer();
  void do_write();
  void process_outgoing();
  void tell_of_end();
  void control_writing();
  void control_reading();

  std::shared_ptr<detail::TlsContext> context_;
  std::unique_ptr<TlsEngine> engine_;
  detail::TlsSetup setup_;
  Future<void> made_;
  Ref<Transport> below_;
  Ref<Protocol> protocol_;
  /// The same, once it is to hear of the end.
  Ref<Protocol> told_of_end_;
  /// The protocol, if it has a buffer of its own.
  BufferedProtocol* buffered_ = nullptr;
  detail::ByteBuffer unsent_;
  detail::FlowControl flow_;
  /// Both are cancelled before the transport lets go of itself.
  TimerHandle handshake_timer_;
  TimerHandle shutdown_timer_;
  detail::MemberEvent<TlsTransport> close_below_{*this, *this, &TlsTransport::close_below};
  detail::MemberEvent<TlsTransport> read_more_{*this, *this, &TlsTransport::do_read};
  detail::MemberEvent<TlsTransport> read_again_{*this, *this, &TlsTransport::read_again};
  State state_ = State::unwrapped;
  Told told_;
  /// Writes since the connection was lost, plus one; 0 while it stands.
  int lost_ = 0;
  bool closed_ = false;
  bool ended_ = false;
  bool reading_paused_ = false;
  bool below_paused_ = false;
  bool below_reading_paused_ = false;
};

/// \see detail::TlsContext::wrap
detail::TlsLayer make_tls_layer(detail::LoopCore& loop, std::shared_ptr<detail::TlsContext> context,
                                std::unique_ptr<TlsEngine> engine, Ref<Protocol> protocol,
                                const detail::TlsSetup& setup, const Future<void>& made);

}  // namespace asyncio::tls
