#include "tls/tls_data.hpp"

#include <array>

#include "asyncio/exceptions.hpp"
#include "asyncio/log.hpp"

namespace asyncio::tls {

using Kind = TlsEngine::Result::Kind;

namespace {

/// A record holds no more.
constexpr std::size_t record_size = 16 * 1024;
constexpr std::size_t writing_high_water = 512 * 1024;
constexpr std::size_t reading_high_water = 256 * 1024;
constexpr std::size_t reading_low_water = reading_high_water / 4;

}  // namespace

TlsData::TlsData(detail::LoopCore& core, std::unique_ptr<TlsEngine> engine, Told told)
    : TransportLife(core, *this), engine_(std::move(engine)), told_(told) {}

void TlsData::set_protocol(Ref<Protocol> protocol) {
  buffered_ = dynamic_cast<BufferedProtocol*>(protocol.get());
  protocol_ = std::move(protocol);
}

// Writing

void TlsData::write(std::string_view data) { writelines({&data, 1}); }

void TlsData::writelines(std::span<const std::string_view> data) {
  if (state_ != State::wrapped && state_ != State::handshake) {
    if (lost_++ >= log_threshold) detail::log(LogLevel::warning, "SSL connection is closed");
    return;
  }
  for (const std::string_view piece : data) unsent_.append(piece);
  if (state_ == State::wrapped) do_write();
}

void TlsData::write_eof() {
  throw NotSupportedError("write_eof() is not supported: TLS closes both directions at once");
}

void TlsData::do_write() {
  while (!unsent_.empty()) {
    const TlsEngine::Result result = engine_->write(unsent_.view());
    if (result.kind == Kind::error) return fatal_error(result.error, "Fatal error on SSL protocol");
    if (result.kind != Kind::done) break;
    unsent_.drop(result.count);
  }
  process_outgoing();
}

void TlsData::process_outgoing() {
  if (!below_paused_ && below_) {
    const std::string data = engine_->take_outgoing();
    const Ref<Transport> below = below_;
    if (!data.empty()) below->write(data);
  }
  control_writing();
}

void TlsData::below_resumed() {
  below_paused_ = false;
  process_outgoing();
}

void TlsData::set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) {
  if (!high && !low) high = writing_high_water;
  flow_.set_limits(high, low);
  control_writing();
}

void TlsData::control_writing() {
  // Unlike other transports TLS pauses its protocol at the mark, not above it.
  const std::size_t size = get_write_buffer_size();
  if (flow_.must_pause(size + 1)) {
    pause_writing(protocol_);
  } else if (flow_.may_resume(size)) {
    resume_writing(protocol_);
  }
}

// Reading

void TlsData::do_read() {
  if (state_ != State::wrapped && state_ != State::flushing) return;
  try {
    if (!reading_paused_ && protocol_) {
      if (buffered_) {
        read_into_buffer();
      } else {
        read_all();
      }
      if (!unsent_.empty()) {
        do_write();
      } else {
        process_outgoing();
      }
    }
    control_reading();
  } catch (...) {
    if (detail::ends_the_loop(std::current_exception())) throw;
    fatal_error(std::current_exception(), "Fatal error on SSL protocol");
  }
}

void TlsData::read_all() {
  std::array<char, record_size> record;
  std::string data;
  TlsEngine::Result result = engine_->read(record);
  for (; result.kind == Kind::done; result = engine_->read(record)) data.append(record.data(), result.count);
  if (result.kind == Kind::error) std::rethrow_exception(result.error);
  const Ref<Protocol> protocol = protocol_;
  if (!data.empty()) protocol->data_received(data);
  if (result.kind != Kind::closed) return;
  tell_of_end();
  start_shutdown();
}

void TlsData::read_into_buffer() {
  const Ref<BufferedProtocol> protocol(buffered_);
  const auto hint = static_cast<std::ptrdiff_t>(engine_->incoming_size());
  const std::span<std::byte> room = protocol->require_buffer(hint);
  const std::span<char> buffer(reinterpret_cast<char*>(room.data()), room.size());
  std::size_t filled = 0;
  TlsEngine::Result result{Kind::done};
  while (filled < buffer.size() && result.kind == Kind::done) {
    result = engine_->read(buffer.subspan(filled));
    filled += result.count;
  }
  if (result.kind == Kind::error) std::rethrow_exception(result.error);
  // There may be more than fits.
  if (filled == buffer.size()) read_more_.schedule(loop());
  if (filled > 0) protocol->buffer_updated(filled);
  if (result.kind != Kind::closed) return;
  tell_of_end();
  start_shutdown();
}

void TlsData::tell_of_end() {
  if (told_ != Told::made || !protocol_) return;
  told_ = Told::end;
  const Ref<Protocol> protocol = protocol_;
  try {
    if (protocol->eof_received())
      detail::log(LogLevel::warning, "returning true from eof_received() has no effect when using ssl");
  } catch (...) {
    if (detail::ends_the_loop(std::current_exception())) throw;
    fatal_error(std::current_exception(), "Error calling eof_received()");
  }
}

void TlsData::resume_reading() {
  if (!std::exchange(reading_paused_, false)) return;
  if (!loop().closed()) read_again_.schedule(loop());
}

void TlsData::read_again() {
  if (state_ != State::handshake) go_on();
}

void TlsData::control_reading() {
  if (!below_) return;
  const std::size_t size = engine_->incoming_size();
  if (size >= reading_high_water && !below_reading_paused_) {
    below_reading_paused_ = true;
    below_->pause_reading();
  } else if (size <= reading_low_water && below_reading_paused_) {
    below_reading_paused_ = false;
    below_->resume_reading();
  }
}

void TlsData::fatal_error(std::exception_ptr error, const char* message) {
  if (const Ref<Transport> below = below_) below->force_close(error);
  report_unless_os_error(error, message);
}

}  // namespace asyncio::tls
