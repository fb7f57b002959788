#include "stream/stream_transport.hpp"

#include <stdexcept>

#include "asyncio/log.hpp"
#include "asyncio/os_error.hpp"
#include "stream/file_sending.hpp"
#include "stream/server_core.hpp"

namespace asyncio::detail {

StreamTransport::StreamTransport(LoopCore& loop, ChannelPtr channel, Ref<Protocol> protocol, Ref<ServerCore> server)
    : TransportLife(loop, *this), channel_(std::move(channel)), server_(std::move(server)) {
  StreamTransport::set_protocol(std::move(protocol));
  if (server_) server_->attach(client_node_);
}

StreamTransport::~StreamTransport() = default;

void StreamTransport::start(const Future<void>& made) {
  const auto connection_made = [this] {
    if (protocol_) protocol_->connection_made(*this);
  };
  start_transport(Ref<StreamTransport>(this), connection_made, [this] { begin_reading(); }, made);
}

void StreamTransport::begin_reading() {
  if (is_reading()) channel_->watch(Direction::read, readable_);
}

// Reading

void StreamTransport::pause_reading() {
  if (!is_reading()) return;
  reading_paused_ = true;
  channel_->unwatch(Direction::read);
}

void StreamTransport::resume_reading() {
  if (closing_ || !reading_paused_) return;
  reading_paused_ = false;
  try {
    channel_->watch(Direction::read, readable_);
  } catch (...) {
    lose(std::current_exception());
  }
}

void StreamTransport::set_protocol(Ref<Protocol> protocol) {
  buffered_ = dynamic_cast<BufferedProtocol*>(protocol.get());
  protocol_ = std::move(protocol);
}

void StreamTransport::read_ready() {
  if (lost_) return;
  if (buffered_) return read_into_buffer();
  const Channel::Input input = channel_->receive();
  if (!look_at(input)) return;
  call_protocol("Fatal error: protocol.data_received() call failed.", [&] { protocol_->data_received(input.data); });
}

void StreamTransport::read_into_buffer() {
  const Ref<BufferedProtocol> protocol(buffered_);
  std::span<std::byte> buffer;
  const bool given =
      call_protocol("Fatal error: protocol.get_buffer() call failed.", [&] { buffer = protocol->require_buffer(-1); });
  // The call may have closed the connection.
  if (!given || lost_) return;
  const Channel::Input input = channel_->receive({reinterpret_cast<char*>(buffer.data()), buffer.size()});
  if (!look_at(input)) return;
  call_protocol("Fatal error: protocol.buffer_updated() call failed.",
                [&] { protocol->buffer_updated(input.data.size()); });
}

bool StreamTransport::look_at(const Channel::Input& input) {
  if (input.kind == Channel::Input::Kind::error) {
    fatal_error(os_error(input.error), "Fatal read error on socket transport");
  } else if (input.kind == Channel::Input::Kind::end) {
    end_of_input();
  }
  return input.kind == Channel::Input::Kind::data;
}

void StreamTransport::end_of_input() {
  bool keep_open = false;
  const bool told = call_protocol("Fatal error: protocol.eof_received() call failed.",
                                  [&] { keep_open = protocol_->eof_received(); });
  if (!told) return;
  if (!keep_open) return close();
  // Still open for sending; the end would be reported again and again.
  if (channel_) channel_->unwatch(Direction::read);
}

// Writing

bool StreamTransport::refuse_write(const char* call) {
  if (refusals_ & ended) throw std::runtime_error(std::string("Cannot call ") + call + "() after write_eof()");
  if (refusals_) throw std::runtime_error(std::string("unable to ") + call + "; sendfile is in progress");
  if (!lost_) return false;
  if (lost_++ >= log_threshold) log(LogLevel::warning, "socket.send() raised exception.");
  return true;
}

void StreamTransport::write(std::string_view data) {
  if (refuse_write("write") || data.empty()) return;
  if (unsent_.empty()) {
    data = send_now(data);
    if (data.empty()) return;
  }
  keep_unsent(data);
  if (flow_.must_pause(unsent_.size())) pause_writing(protocol_);
}

void StreamTransport::keep_unsent(std::string_view data) {
  try {
    if (unsent_.empty()) channel_->watch(Direction::write, writable_);
    unsent_.append(data);
  } catch (...) {
    // What came before may be on its way: nothing may follow in the place of this.
    force_close(std::current_exception());
    throw;
  }
}

void StreamTransport::writelines(std::span<const std::string_view> data) {
  if (refuse_write("writelines")) return;
  // One send for all.
  std::string joined;
  for (const std::string_view piece : data) joined += piece;
  write(joined);
}

std::string_view StreamTransport::send_now(std::string_view data) {
  const Channel::Output output = channel_->send(data);
  if (!output.error) return data.substr(output.sent);
  fatal_error(os_error(output.error), "Fatal write error on socket transport");
  return {};
}

void StreamTransport::write_ready() {
  if (lost_) return;
  if (file_ && unsent_.empty()) return send_file();
  const Channel::Output output = channel_->send(unsent_.view());
  if (output.error) {
    channel_->unwatch(Direction::write);
    unsent_.clear();
    return fatal_error(os_error(output.error), "Fatal write error on socket transport");
  }
  unsent_.drop(output.sent);
  // May append to the buffer again.
  if (flow_.may_resume(unsent_.size())) resume_writing(protocol_);
  if (unsent_.empty() && !lost_) all_sent();
}

void StreamTransport::all_sent() {
  if (file_) return;
  channel_->unwatch(Direction::write);
  if (closing_) {
    ++lost_;
    connection_lost(nullptr);
  } else if (refusals_ & ended) {
    channel_->end_sending();
  }
}

void StreamTransport::write_eof() {
  if (closing_ || (refusals_ & ended)) return;
  refusals_ |= ended;
  if (unsent_.empty() && !file_) channel_->end_sending();
}

bool StreamTransport::can_write_eof() const { return !channel_ || channel_->can_end_sending(); }

void StreamTransport::set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) {
  flow_.set_limits(high, low);
  if (flow_.must_pause(unsent_.size())) pause_writing(protocol_);
}

// Sending files

void StreamTransport::begin_file(FileSending& sending) {
  if (file_) throw std::runtime_error("sendfile is in progress already");
  if (unsent_.empty()) channel_->watch(Direction::write, writable_);
  file_ = &sending;
  refusals_ |= sending_file;
}

void StreamTransport::send_file() {
  if (file_->send(*channel_)) end_file(*file_);
}

void StreamTransport::end_file(FileSending& sending) {
  if (file_ != &sending) return;
  file_ = nullptr;
  refusals_ &= static_cast<unsigned char>(~sending_file);
  if (!unsent_.empty()) return;
  channel_->unwatch(Direction::write);
  if (closing_) {
    ++lost_;
    schedule_connection_lost(nullptr);
  } else if (refusals_ & ended) {
    channel_->end_sending();
  }
}

void StreamTransport::fail_file(const std::exception_ptr& error) noexcept {
  FileSending* const file = std::exchange(file_, nullptr);
  if (!file) return;
  refusals_ &= static_cast<unsigned char>(~sending_file);
  try {
    file->fail(error ? error : std::make_exception_ptr(ConnectionError("Connection closed by peer")));
  } catch (...) {
    file->fail(std::current_exception());
  }
}

// The end

void StreamTransport::close() {
  if (closing_) return;
  closing_ = true;
  channel_->unwatch(Direction::read);
  if (!unsent_.empty() || file_) return;
  ++lost_;
  channel_->unwatch(Direction::write);
  schedule_connection_lost(nullptr);
}

void StreamTransport::force_close(std::exception_ptr error) {
  if (lost_) return;
  fail_file(error);
  unsent_.clear();
  channel_->unwatch(Direction::write);
  channel_->unwatch(Direction::read);
  closing_ = true;
  ++lost_;
  schedule_connection_lost(std::move(error));
}

template <class F>
bool StreamTransport::call_protocol(const char* failure, F call) {
  try {
    // The call may put another one in its place.
    if (const Ref<Protocol> keep = protocol_) call();
    return true;
  } catch (...) {
    if (ends_the_loop(std::current_exception())) throw;
    fatal_error(std::current_exception(), failure);
    return false;
  }
}

void StreamTransport::fatal_error(std::exception_ptr error, const char* message) {
  report_unless_os_error(error, message);
  force_close(std::move(error));
}

void StreamTransport::connection_lost(std::exception_ptr error) {
  const Ref<StreamTransport> keep(this);
  finish(protocol_, std::move(error), [this] {
    channel_->close();
    if (Ref<ServerCore> server = std::exchange(server_, {})) server->detach(client_node_);
  });
}

void StreamTransport::abandon() noexcept {
  Ref<StreamTransport> keep(this);
  closing_ = true;
  ++lost_;
  file_ = nullptr;
  channel_->close();
  client_node_.unlink();
  server_ = {};
  protocol_ = {};
  let_go();
}

ExtraInfo StreamTransport::get_extra_info(std::string_view name) const { return channel_->extra_info(name); }

}  // namespace asyncio::detail
