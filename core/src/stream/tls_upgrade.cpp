#include "stream/tls_upgrade.hpp"

#include "asyncio/capture.hpp"
#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/ssl.hpp"

namespace asyncio {

detail::TlsUpgrade::TlsUpgrade(const ssl::SSLContext& context, const StartTlsOptions& options) : tls(context.core()) {
  try {
    setup.set_timeouts(options.ssl_handshake_timeout, options.ssl_shutdown_timeout);
  } catch (...) {
    refusal = std::current_exception();
  }
  setup.server_side = options.server_side;
  setup.call_connection_made = false;
  if (options.server_hostname) setup.server_hostname = *options.server_hostname;
}

/// Source: BaseEventLoop.start_tls.
Coro<Ref<Transport>> detail::upgrade_to_tls(Ref<Transport> transport, Ref<Protocol> protocol, TlsUpgrade upgrade) {
  if (upgrade.refusal) std::rethrow_exception(upgrade.refusal);
  LoopCore& loop = running_loop();
  const auto made = make_future(loop);
  const TlsLayer layer = upgrade.tls->wrap(loop, std::move(protocol), upgrade.setup, made);
  // Nothing may be received before the layer hears of its transport.
  transport->pause_reading();
  transport->set_protocol(layer.below);
  Handle connected = call_soon(loop, [transport, below = layer.below] { below->connection_made(*transport); });
  Handle resumed = call_soon(loop, [transport] { transport->resume_reading(); });
  auto waited = co_await capture(made);
  if (!waited) {
    transport->close();
    connected.cancel();
    resumed.cancel();
  }
  waited.value();
  co_return layer.above;
}

}  // namespace asyncio
