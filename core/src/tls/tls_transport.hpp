#pragma once

/// \file
/// Source: Lib/asyncio/sslproto.py.

#include "asyncio/detail/stream/tls_context.hpp"
#include "tls/tls_data.hpp"

namespace asyncio::tls {

/// TLS over another transport: a transport to the program's protocol, and by TlsProtocol a protocol to the transport
/// below. Its state is one of:
///
///     unwrapped ─▶ handshake ─▶ wrapped ─▶ flushing ─▶ shutdown ─▶ unwrapped
///
/// and from each straight back to unwrapped when the connection is lost. Flushing hands the program what has come
/// before the peer is told that we send no more; shutdown waits until it says the same.
class TlsTransport final : public TlsData {
 public:
  TlsTransport(detail::LoopCore& loop, std::shared_ptr<detail::TlsContext> context, std::unique_ptr<TlsEngine> engine,
               Ref<Protocol> protocol, const detail::TlsSetup& setup, Future<void> made);
  ~TlsTransport() override;

  void close() override;
  void abort() override { force_close(nullptr); }
  void force_close(std::exception_ptr error) override;
  bool is_closing() const override { return closed_ || (below_ && below_->is_closing()); }
  ExtraInfo get_extra_info(std::string_view name) const override;
  void abandon() noexcept override;

  // What the transport below tells.

  void below_made(Transport& below);
  void below_received(std::string_view data);
  bool below_ended();
  void below_lost(std::exception_ptr error);

 private:
  void go_on() override;
  void do_handshake();
  void handshake_timed_out();
  void handshake_done(std::exception_ptr error);
  void start_shutdown() override;
  void shutdown_timed_out();
  void do_flush();
  void do_shutdown();
  void shutdown_done(std::exception_ptr error);
  void close_below();
  void lose(std::exception_ptr error) override { fatal_error(std::move(error), "Fatal error on transport"); }
  void connection_lost(std::exception_ptr error) override;
  void finish_waiting(const std::exception_ptr& error);

  std::shared_ptr<detail::TlsContext> context_;
  detail::TlsSetup setup_;
  Future<void> made_;
  /// The protocol, once it is to hear of the end.
  Ref<Protocol> told_of_end_;
  /// Both are cancelled before the transport lets go of itself.
  TimerHandle handshake_timer_;
  TimerHandle shutdown_timer_;
  detail::MemberEvent<TlsTransport> close_below_{*this, *this, &TlsTransport::close_below};
  bool closed_ = false;
  bool ended_ = false;
};

/// \see detail::TlsContext::wrap
detail::TlsLayer make_tls_layer(detail::LoopCore& loop, std::shared_ptr<detail::TlsContext> context,
                                std::unique_ptr<TlsEngine> engine, Ref<Protocol> protocol,
                                const detail::TlsSetup& setup, const Future<void>& made);

}  // namespace asyncio::tls
