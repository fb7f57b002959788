#pragma once

/// \file
/// Between a transport and the streams. Source: StreamReaderProtocol in Lib/asyncio/streams.py.

#include "asyncio/detail/stream/reader_core.hpp"
#include "asyncio/transport.hpp"
#include "stream/stream_flow.hpp"

namespace asyncio::detail {

class ClientHandler;

/// Feeds a reader, and tells writers when to wait.
class StreamProtocol final : public Protocol {
 public:
  /// \param handler for a server's connection, else null
  StreamProtocol(LoopCore& loop, Ref<ReaderCore> reader, Ref<ClientHandler> handler);
  ~StreamProtocol() override;

  void connection_made(Transport& transport) override;
  void data_received(std::string_view data) override { reader_->feed_data(data); }
  bool eof_received() override;
  void connection_lost(std::exception_ptr error) override;
  void pause_writing() override { flow_->pause(); }
  void resume_writing() override { flow_->resume(); }

  const Ref<StreamFlow>& flow() const noexcept { return flow_; }
  bool server_side() const noexcept { return server_side_; }
  /// TLS has come between.
  void replace_transport(Transport& transport);

 private:
  void serve(Transport& transport);

  LoopCore& loop_;
  Ref<ReaderCore> reader_;
  Ref<ClientHandler> handler_;
  Ref<StreamFlow> flow_;
  bool server_side_;
  bool over_tls_ = false;
};

}  // namespace asyncio::detail
