#pragma once

/// \file
/// Source: _UnixWritePipeTransport in Lib/asyncio/unix_events.py.

#include "asyncio/detail/stream/byte_buffer.hpp"
#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/pipes.hpp"
#include "loop/member_callback.hpp"
#include "stream/flow_control.hpp"
#include "stream/transport_life.hpp"

namespace asyncio::native {

class WritePipeTransport final : public WriteTransport, private detail::TransportLife {
 public:
  /// \param tells_of_lost_reader whether the channel becomes readable then
  WritePipeTransport(detail::LoopCore& loop, detail::ChannelPtr channel, Ref<WritePipeProtocol> protocol,
                     bool tells_of_lost_reader)
      : TransportLife(loop, *this),
        channel_(std::move(channel)),
        protocol_(std::move(protocol)),
        tells_of_lost_reader_(tells_of_lost_reader) {}
  /// Schedules connection_made(), then the watch for the reader's end, then `made`'s result.
  void start(const Future<void>& made);

  void write(std::string_view data) override;
  void writelines(std::span<const std::string_view> data) override;
  /// The same as close(): a pipe has one direction only.
  void write_eof() override;
  bool can_write_eof() const override { return true; }
  void close() override { write_eof(); }
  void abort() override { close_with(nullptr); }
  bool is_closing() const override { return closing_; }
  void set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) override;
  WriteBufferLimits get_write_buffer_limits() const override { return flow_.limits(); }
  std::size_t get_write_buffer_size() const override { return unsent_.size(); }
  ExtraInfo get_extra_info(std::string_view name) const override { return channel_->extra_info(name); }
  void abandon() noexcept override;

 protected:
  void replace_protocol(Ref<BaseProtocol> protocol) override;
  Ref<BaseProtocol> current_protocol() const override { return protocol_; }

 private:
  void watch_reader();
  void reader_lost();
  void write_ready();
  /// Writes it when there is room. \throws what also closes the pipe
  void keep_unsent(std::string_view data);
  void check_high_water();
  void fail(int code);
  void close_with(std::exception_ptr error);
  void lose(std::exception_ptr error) override;
  void connection_lost(std::exception_ptr error) override;

  detail::ChannelPtr channel_;
  Ref<WritePipeProtocol> protocol_;
  detail::MemberCallback<WritePipeTransport> readable_{*this, &WritePipeTransport::reader_lost,
                                                       &WritePipeTransport::lose};
  detail::MemberCallback<WritePipeTransport> writable_{*this, &WritePipeTransport::write_ready,
                                                       &WritePipeTransport::lose};
  detail::ByteBuffer unsent_;
  detail::FlowControl flow_;
  /// Writes since the pipe was lost, plus one; 0 while it stands.
  int lost_ = 0;
  /// Since close() or write_eof().
  bool closing_ = false;
  bool tells_of_lost_reader_;
};

}  // namespace asyncio::native
