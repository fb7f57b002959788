#include "tls/tls_transport.hpp"

#include <cstdio>

#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"

namespace asyncio::tls {

using Kind = TlsEngine::Result::Kind;

namespace {

/// What the transport below sees.
class TlsProtocol final : public Protocol {
 public:
  explicit TlsProtocol(Ref<TlsTransport> transport) : transport_(std::move(transport)) {}
  void connection_made(Transport& below) override { transport_->below_made(below); }
  void data_received(std::string_view data) override { transport_->below_received(data); }
  bool eof_received() override { return transport_->below_ended(); }
  void connection_lost(std::exception_ptr error) override { transport_->below_lost(std::move(error)); }
  void pause_writing() override { transport_->below_paused(); }
  void resume_writing() override { transport_->below_resumed(); }

 private:
  Ref<TlsTransport> transport_;
};

std::string seconds_of(Duration duration) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", std::chrono::duration<double>(duration).count());
  return text;
}

}  // namespace

detail::TlsLayer make_tls_layer(detail::LoopCore& loop, std::shared_ptr<detail::TlsContext> context,
                                std::unique_ptr<TlsEngine> engine, Ref<Protocol> protocol,
                                const detail::TlsSetup& setup, const Future<void>& made) {
  const Ref<TlsTransport> transport(
      new TlsTransport(loop, std::move(context), std::move(engine), std::move(protocol), setup, made));
  return {Ref<Protocol>(new TlsProtocol(transport)), transport};
}

TlsTransport::TlsTransport(detail::LoopCore& core, std::shared_ptr<detail::TlsContext> context,
                           std::unique_ptr<TlsEngine> engine, Ref<Protocol> protocol, const detail::TlsSetup& setup,
                           Future<void> made)
    : TlsData(core, std::move(engine), setup.call_connection_made ? Told::nothing : Told::made),
      context_(std::move(context)),
      setup_(setup),
      made_(std::move(made)) {
  TlsTransport::set_protocol(std::move(protocol));
  TlsTransport::set_write_buffer_limits({}, {});
}

TlsTransport::~TlsTransport() = default;

ExtraInfo TlsTransport::get_extra_info(std::string_view name) const {
  const bool known = state_ != State::unwrapped && state_ != State::handshake;
  if (known && name == "cipher") return ExtraInfo(engine_->cipher());
  if (known && name == "tls_version") return ExtraInfo(engine_->version());
  if (known && name == "alpn_protocol") {
    const std::string chosen = engine_->alpn_protocol();
    return chosen.empty() ? ExtraInfo() : ExtraInfo(chosen);
  }
  if (known && name == "session_reused")
    return engine_->session_reused() ? ExtraInfo(std::string("true")) : ExtraInfo();
  if (known && name == "peercert") {
    const std::string certificate = engine_->peer_certificate();
    return certificate.empty() ? ExtraInfo() : ExtraInfo(certificate);
  }
  return below_ ? below_->get_extra_info(name) : ExtraInfo();
}

// The transport below

void TlsTransport::below_made(Transport& below) {
  below_ = Ref<Transport>(&below);
  state_ = State::handshake;
  try {
    handshake_timer_ =
        detail::call_at(loop(), loop().time() + setup_.handshake_timeout, [this] { handshake_timed_out(); });
    do_handshake();
  } catch (...) {
    // Nobody would end it.
    if (detail::ends_the_loop(std::current_exception())) throw;
    lose(std::current_exception());
  }
}

void TlsTransport::below_received(std::string_view data) {
  engine_->put(data);
  go_on();
}

void TlsTransport::go_on() {
  switch (state_) {
    case State::unwrapped:
      return;
    case State::handshake:
      return do_handshake();
    case State::wrapped:
      return do_read();
    case State::flushing:
      return do_flush();
    case State::shutdown:
      return do_shutdown();
  }
}

bool TlsTransport::below_ended() {
  ended_ = true;
  switch (state_) {
    case State::unwrapped:
      break;
    case State::handshake:
      handshake_done(std::make_exception_ptr(ConnectionResetError("")));
      break;
    case State::wrapped:
      state_ = State::flushing;
      // What has come waits for the program.
      if (reading_paused_) return true;
      do_flush();
      break;
    case State::flushing:
      do_write();
      state_ = State::shutdown;
      do_shutdown();
      break;
    case State::shutdown:
      do_shutdown();
  }
  return false;
}

void TlsTransport::below_lost(std::exception_ptr error) {
  const Ref<TlsTransport> self(this);
  unsent_.clear();
  engine_->take_outgoing();
  ++lost_;
  closed_ = true;
  const bool tell = state_ != State::handshake && (told_ == Told::made || told_ == Told::end);
  state_ = State::unwrapped;
  below_ = {};
  buffered_ = nullptr;
  const Ref<Protocol> protocol = std::exchange(protocol_, {});
  if (tell) {
    told_ = Told::lost;
    told_of_end_ = protocol;
    schedule_connection_lost(error);
  } else {
    let_go();
  }
  finish_waiting(error);
  shutdown_timer_.cancel();
  handshake_timer_.cancel();
}

void TlsTransport::connection_lost(std::exception_ptr error) {
  const Ref<Protocol> protocol = std::exchange(told_of_end_, {});
  let_go();
  protocol->connection_lost(std::move(error));
}

// The beginning

void TlsTransport::do_handshake() {
  const TlsEngine::Result result = engine_->handshake();
  if (result.kind == Kind::again) return process_outgoing();
  handshake_done(result.error);
}

void TlsTransport::handshake_timed_out() {
  if (state_ != State::handshake) return;
  const std::string what = "SSL handshake is taking longer than " + seconds_of(setup_.handshake_timeout) +
                           " seconds: aborting the connection";
  fatal_error(std::make_exception_ptr(ConnectionAbortedError(what)), "Fatal error on transport");
}

void TlsTransport::handshake_done(std::exception_ptr error) {
  handshake_timer_.cancel();
  if (error) {
    state_ = State::unwrapped;
    fatal_error(error, "SSL handshake failed");
    return finish_waiting(error);
  }
  state_ = State::wrapped;
  if (told_ == Told::nothing) {
    told_ = Told::made;
    protocol_->connection_made(*this);
  }
  finish_waiting(nullptr);
  do_read();
}

void TlsTransport::finish_waiting(const std::exception_ptr& error) {
  const Future<void> made = std::exchange(made_, {});
  if (!made || made.done()) return;
  if (error) {
    made.set_exception(error);
  } else {
    made.set_result();
  }
}

// The end

void TlsTransport::close() {
  if (std::exchange(closed_, true)) return;
  start_shutdown();
}

void TlsTransport::force_close(std::exception_ptr error) {
  closed_ = true;
  state_ = State::unwrapped;
  if (const Ref<Transport> below = below_) below->force_close(std::move(error));
}

void TlsTransport::start_shutdown() {
  if (state_ != State::handshake && state_ != State::wrapped) return;
  closed_ = true;
  if (state_ == State::handshake) return force_close(nullptr);
  // After its end a loop calls nobody any more, not even to wait for the peer.
  if (loop().closed()) return force_close(nullptr);
  state_ = State::flushing;
  try {
    shutdown_timer_ =
        detail::call_at(loop(), loop().time() + setup_.shutdown_timeout, [this] { shutdown_timed_out(); });
  } catch (...) {
    // Without an end to it, the peer is not waited for.
    return force_close(std::current_exception());
  }
  do_flush();
}

void TlsTransport::shutdown_timed_out() {
  if (state_ != State::flushing && state_ != State::shutdown) return;
  if (const Ref<Transport> below = below_)
    below->force_close(std::make_exception_ptr(TimeoutError("SSL shutdown timed out")));
}

void TlsTransport::do_flush() {
  do_read();
  if (state_ != State::flushing) return;
  state_ = State::shutdown;
  do_shutdown();
}

void TlsTransport::do_shutdown() {
  if (!ended_) {
    const TlsEngine::Result result = engine_->shut_down();
    if (result.kind == Kind::again) return process_outgoing();
    if (result.kind == Kind::error) return shutdown_done(result.error);
  }
  process_outgoing();
  tell_of_end();
  shutdown_done(nullptr);
}

void TlsTransport::shutdown_done(std::exception_ptr error) {
  shutdown_timer_.cancel();
  if (error) return fatal_error(std::move(error), "Fatal error on transport");
  close_below_.schedule(loop());
}

void TlsTransport::close_below() {
  if (const Ref<Transport> below = below_) below->close();
}

void TlsTransport::abandon() noexcept {
  const Ref<TlsTransport> keep(this);
  closed_ = true;
  ++lost_;
  state_ = State::unwrapped;
  handshake_timer_.cancel();
  shutdown_timer_.cancel();
  buffered_ = nullptr;
  protocol_ = {};
  told_of_end_ = {};
  below_ = {};
  let_go();
}

}  // namespace asyncio::tls
