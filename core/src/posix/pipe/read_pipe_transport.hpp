#pragma once

/// \file
/// Source: _UnixReadPipeTransport in Lib/asyncio/unix_events.py.

#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/pipes.hpp"
#include "loop/member_callback.hpp"
#include "stream/transport_life.hpp"

namespace asyncio::native {

class ReadPipeTransport final : public ReadTransport, private detail::TransportLife {
 public:
  ReadPipeTransport(detail::LoopCore& loop, detail::ChannelPtr channel, Ref<ReadPipeProtocol> protocol)
      : TransportLife(loop, *this), channel_(std::move(channel)), protocol_(std::move(protocol)) {}
  /// Schedules connection_made(), then the reading, then `made`'s result.
  void start(const Future<void>& made);

  void close() override;
  bool is_closing() const override { return closing_; }
  ExtraInfo get_extra_info(std::string_view name) const override { return channel_->extra_info(name); }
  void pause_reading() override;
  void resume_reading() override;
  bool is_reading() const override { return !paused_ && !closing_; }
  void abandon() noexcept override;

 protected:
  void replace_protocol(Ref<BaseProtocol> protocol) override;
  Ref<BaseProtocol> current_protocol() const override { return protocol_; }

 private:
  void begin_reading();
  void read_ready();
  void end_of_input();
  void fail(int code);
  void close_with(std::exception_ptr error);
  void lose(std::exception_ptr error) override;
  void connection_lost(std::exception_ptr error) override;

  void tell_of_end();

  detail::ChannelPtr channel_;
  Ref<ReadPipeProtocol> protocol_;
  detail::MemberCallback<ReadPipeTransport> readable_{*this, &ReadPipeTransport::read_ready, &ReadPipeTransport::lose};
  detail::MemberEvent<ReadPipeTransport> ended_{*this, *this, &ReadPipeTransport::tell_of_end};
  bool closing_ = false;
  bool paused_ = false;
};

}  // namespace asyncio::native
