#pragma once

#include "asyncio/buffered_protocol.hpp"
#include "asyncio/detail/stream/byte_buffer.hpp"
#include "stream/flow_control.hpp"
#include "stream/transport_life.hpp"
#include "stream/writing_state.hpp"
#include "tls/tls_engine.hpp"

namespace asyncio::tls {

/// The data of a TlsTransport, and its flow in both directions.
class TlsData : public Transport, public detail::WritingState, protected detail::TransportLife {
 public:
  void write(std::string_view data) override;
  void writelines(std::span<const std::string_view> data) override;
  /// \throws NotSupportedError: TLS has no half of a connection
  void write_eof() override;
  bool can_write_eof() const override { return false; }
  void pause_reading() override { reading_paused_ = true; }
  void resume_reading() override;
  bool is_reading() const override { return !reading_paused_; }
  void set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) override;
  WriteBufferLimits get_write_buffer_limits() const override { return flow_.limits(); }
  std::size_t get_write_buffer_size() const override { return engine_->outgoing_size() + unsent_.size(); }
  void set_protocol(Ref<Protocol> protocol) override;
  Ref<Protocol> get_protocol() const override { return protocol_; }
  bool writing_paused() const noexcept override { return flow_.paused(); }

  // What the transport below tells.

  void below_paused() { below_paused_ = true; }
  void below_resumed();

 protected:
  enum class State : unsigned char { unwrapped, handshake, wrapped, flushing, shutdown };
  /// What the program's protocol has been told.
  enum class Told : unsigned char { nothing, made, end, lost };

  TlsData(detail::LoopCore& loop, std::unique_ptr<TlsEngine> engine, Told told);
  ~TlsData() override = default;

  /// Does what the state asks for.
  virtual void go_on() = 0;
  virtual void start_shutdown() = 0;
  void do_read();
  void do_write();
  void process_outgoing();
  void tell_of_end();
  void fatal_error(std::exception_ptr error, const char* message);

  std::unique_ptr<TlsEngine> engine_;
  Ref<Transport> below_;
  Ref<Protocol> protocol_;
  /// The protocol, if it has a buffer of its own.
  BufferedProtocol* buffered_ = nullptr;
  detail::ByteBuffer unsent_;
  State state_ = State::unwrapped;
  Told told_;
  /// Writes since the connection was lost, plus one; 0 while it stands.
  int lost_ = 0;
  bool reading_paused_ = false;

 private:
  void read_again();
  void read_all();
  void read_into_buffer();
  void control_writing();
  void control_reading();

  detail::FlowControl flow_;
  detail::MemberEvent<TlsData> read_more_{*this, *this, &TlsData::do_read};
  detail::MemberEvent<TlsData> read_again_{*this, *this, &TlsData::read_again};
  bool below_paused_ = false;
  bool below_reading_paused_ = false;
};

}  // namespace asyncio::tls
