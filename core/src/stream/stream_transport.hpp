#pragma once

/// \file
/// The transport of every channel. Source: _SelectorTransport and _SelectorSocketTransport in
/// Lib/asyncio/selector_events.py.

#include "asyncio/buffered_protocol.hpp"
#include "asyncio/detail/stream/byte_buffer.hpp"
#include "asyncio/detail/stream/channel.hpp"
#include "loop/member_callback.hpp"
#include "stream/flow_control.hpp"
#include "stream/transport_life.hpp"
#include "stream/writing_state.hpp"

namespace asyncio::detail {

class FileSending;
class ServerCore;

/// Moves bytes between a channel and a protocol. Keeps itself alive until connection_lost() has been called.
class StreamTransport final : public Transport, public WritingState, private TransportLife {
 public:
  /// \param server whose client it is, or null
  StreamTransport(LoopCore& loop, ChannelPtr channel, Ref<Protocol> protocol, Ref<ServerCore> server);
  ~StreamTransport() override;

  /// Schedules connection_made(), then the reading, then `made`'s result: in this order, all in the next iteration.
  void start(const Future<void>& made);

  void write(std::string_view data) override;
  void writelines(std::span<const std::string_view> data) override;
  void write_eof() override;
  bool can_write_eof() const override;
  void close() override;
  void abort() override { force_close(nullptr); }
  void force_close(std::exception_ptr error) override;
  bool is_closing() const override { return closing_; }
  void pause_reading() override;
  void resume_reading() override;
  bool is_reading() const override { return !closing_ && !reading_paused_; }
  void set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) override;
  WriteBufferLimits get_write_buffer_limits() const override { return flow_.limits(); }
  std::size_t get_write_buffer_size() const override { return unsent_.size(); }
  ExtraInfo get_extra_info(std::string_view name) const override;
  void set_protocol(Ref<Protocol> protocol) override;
  Ref<Protocol> get_protocol() const override { return protocol_; }

  bool writing_paused() const noexcept override { return flow_.paused(); }
  void abandon() noexcept override;

  bool can_send_files() const { return channel_->can_send_files(); }
  /// \see FileSending. \throws std::runtime_error if another one is on its way
  void begin_file(FileSending& sending);
  /// Nothing if it has ended already.
  void end_file(FileSending& sending);

  /// Links the transport into its server's list of clients.
  class ClientNode : public ListNode {
   public:
    explicit ClientNode(StreamTransport& t) noexcept : transport(t) {}
    StreamTransport& transport;
  };

 private:
  using Ready = MemberCallback<StreamTransport>;
  void begin_reading();
  void read_ready();
  void read_into_buffer();
  /// \returns false unless data has come
  bool look_at(const Channel::Input& input);
  void end_of_input();
  void write_ready();
  void send_file();
  void fail_file(const std::exception_ptr& error) noexcept;
  /// \returns what could not be sent; less, or nothing, if the connection broke
  std::string_view send_now(std::string_view data);
  /// Sends it when there is room. \throws what also ends the connection
  void keep_unsent(std::string_view data);
  bool refuse_write(const char* call);
  void all_sent();
  template <class F>
  bool call_protocol(const char* failure, F call);
  void fatal_error(std::exception_ptr error, const char* message);
  void lose(std::exception_ptr error) override { fatal_error(std::move(error), "Fatal error on transport"); }
  void connection_lost(std::exception_ptr error) override;

  ChannelPtr channel_;
  Ref<Protocol> protocol_;
  /// The protocol, if it has a buffer of its own.
  BufferedProtocol* buffered_ = nullptr;
  Ref<ServerCore> server_;
  ClientNode client_node_{*this};
  Ready readable_{*this, &StreamTransport::read_ready, &StreamTransport::lose};
  Ready writable_{*this, &StreamTransport::write_ready, &StreamTransport::lose};
  ByteBuffer unsent_;
  FlowControl flow_;
  /// Writes since the connection was lost, plus one; 0 while it stands.
  int lost_ = 0;
  bool closing_ = false;
  bool reading_paused_ = false;
  /// Why nothing can be written, in the order in which it is told: one look for all.
  enum Refusal : unsigned char { none = 0, ended = 1, sending_file = 2 };
  unsigned char refusals_ = none;
  /// What is sent once nothing is left unsent.
  FileSending* file_ = nullptr;
};

}  // namespace asyncio::detail
