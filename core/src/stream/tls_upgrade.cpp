#include "stream/tls_upgrade.hpp"

#include "asyncio/capture.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/ssl.hpp"

namespace asyncio {

detail::TlsUpgrade::TlsUpgrade(const ssl::SSLContext& context, const StartTlsOptions& options) : tls(context.core()) {
  setup.set_timeouts(options.ssl_handshake_timeout, options.ssl_shutdown_timeout);
  setup.server_side = options.server_side;
  setup.call_connection_made = false;
  if (options.server_hostname) setup.server_hostname = *options.server_hostname;
}

/// Source: BaseEventLoop.start_tls.
Coro<Ref<Transport>> detail::upgrade_to_tls(Ref<Transport> transport, Ref<Protocol> protocol, TlsUpgrade upgrade) {
  LoopCore& core = running_loop();
  EventLoop& loop = core.face();
  const auto made = loop.create_future<void>();
  const TlsLayer layer = upgrade.tls->wrap(core, std::move(protocol), upgrade.setup, made);
  // Nothing may be received before the layer hears of its transport.
  transport->pause_reading();
  transport->set_protocol(layer.below);
  Handle connected = loop.call_soon([transport, below = layer.below] { below->connection_made(*transport); });
  Handle resumed = loop.call_soon([transport] { transport->resume_reading(); });
  auto waited = co_await capture(made);
  if (!waited) {
    transport->close();
    connected.cancel();
    resumed.cancel();
  }
  waited.value();
  co_return layer.above;
}

Coro<Ref<Transport>> EventLoop::start_tls(Ref<Transport> transport, Ref<Protocol> protocol,
                                          const ssl::SSLContext& context, StartTlsOptions options) {
  return detail::upgrade_to_tls(std::move(transport), std::move(protocol), detail::TlsUpgrade(context, options));
}

}  // namespace asyncio
