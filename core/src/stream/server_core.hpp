#pragma once

/// \file
/// The state behind a Server. Source: Server in Lib/asyncio/base_events.py.

#include <vector>

#include "asyncio/detail/stream/connection_setup.hpp"
#include "asyncio/detail/stream/protocol_factory.hpp"
#include "asyncio/detail/task/waiter.hpp"
#include "stream/stream_transport.hpp"

namespace asyncio::detail {

/// One address on which a server waits for connections.
class Listener {
 public:
  virtual ~Listener() = default;
  /// Accepts from now on: each connection goes to `server.accepted()`.
  virtual void start(ServerCore& server) = 0;
  /// Never again.
  virtual void stop() noexcept = 0;
  virtual TransportSocket socket() const = 0;
};

using Listeners = std::vector<std::unique_ptr<Listener>>;

/// Listens, makes a transport and a protocol for each connection, and counts those that are open.
class ServerCore final : public RefCounted, public SelfOwned {
 public:
  ServerCore(LoopCore& loop, Listeners listeners, ProtocolFactory factory, ConnectionSetup setup);

  void start_serving();
  void close();
  bool serving() const noexcept { return serving_; }
  bool closed() const noexcept { return closed_; }
  std::vector<TransportSocket> sockets() const;
  LoopCore& loop() const noexcept { return *loop_; }
  std::string repr() const;

  void close_clients();
  void abort_clients();

  /// A connection has come. It gets its protocol in a task of its own, as in CPython; what cannot be served is closed.
  void accepted(ChannelPtr channel);
  /// Tells that a connection could not be served, and is closed.
  void refused(const std::exception_ptr& error) const;
  Ref<Protocol> make_protocol() const { return factory_(); }
  /// Of its connections.
  const ConnectionSetup& setup() const noexcept { return setup_; }
  void attach(StreamTransport::ClientNode& client) noexcept { clients_.push_back(client); }
  void detach(StreamTransport::ClientNode& client);

  /// Those who wait for the server to be closed and the last connection to be gone.
  List<Waiter> waiters;
  /// Nobody has to wait any more.
  bool all_gone() const noexcept { return all_gone_; }
  /// What serve_forever() waits for. Null while nobody does.
  Future<void> serving_forever;

  void abandon() noexcept override;

 private:
  void wake_up();
  std::vector<Ref<StreamTransport>> open_clients() const;

  Ref<LoopCore> loop_;
  Listeners listeners_;
  ProtocolFactory factory_;
  ConnectionSetup setup_;
  List<StreamTransport::ClientNode> clients_;
  bool serving_ = false;
  bool closed_ = false;
  bool all_gone_ = false;
};

}  // namespace asyncio::detail
