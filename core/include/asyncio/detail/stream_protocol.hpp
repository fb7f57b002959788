#pragma once

/// \file
/// Between a transport and the streams. Source: StreamReaderProtocol and FlowControlMixin in Lib/asyncio/streams.py.

#include "asyncio/detail/failable_waiter.hpp"
#include "asyncio/detail/reader_core.hpp"
#include "asyncio/future.hpp"
#include "asyncio/transport.hpp"

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
  void pause_writing() override { paused_ = true; }
  void resume_writing() override;

  /// \throws ConnectionResetError("Connection lost")
  void require_connected() const;
  bool paused() const noexcept { return paused_; }
  /// Those who wait for room.
  List<FailableWaiter> drain_waiters;
  /// Done once the connection is gone, with the error that ended it, if any.
  const Future<void>& closed() const noexcept { return closed_; }

 private:
  void serve(Transport& transport);

  LoopCore& loop_;
  Ref<ReaderCore> reader_;
  Ref<ClientHandler> handler_;
  Future<void> closed_;
  bool paused_ = false;
  bool lost_ = false;
};

}  // namespace asyncio::detail
