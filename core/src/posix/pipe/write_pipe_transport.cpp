#include "posix/pipe/write_pipe_transport.hpp"

#include <cerrno>
#include <string>

#include "asyncio/log.hpp"
#include "asyncio/os_error.hpp"
#include "stream/require_protocol.hpp"

namespace asyncio::native {

using detail::Channel;
using detail::Direction;

void WritePipeTransport::start(const Future<void>& made) {
  const auto connection_made = [this] {
    if (protocol_) protocol_->connection_made(*this);
  };
  start_transport(Ref<WritePipeTransport>(this), connection_made, [this] { watch_reader(); }, made);
}

void WritePipeTransport::watch_reader() {
  if (tells_of_lost_reader_ && !closing_) channel_->watch(Direction::read, readable_);
}

void WritePipeTransport::reader_lost() {
  close_with(unsent_.empty() ? nullptr : std::make_exception_ptr(BrokenPipeError("")));
}

void WritePipeTransport::write(std::string_view data) {
  if (data.empty()) return;
  if (lost_ || closing_) {
    if (lost_++ >= log_threshold)
      detail::log(LogLevel::warning, "pipe closed by peer or os.write(pipe, data) raised exception.");
    return;
  }
  if (unsent_.empty()) {
    const Channel::Output output = channel_->send(data);
    if (output.error) {
      ++lost_;
      return fail(output.error);
    }
    data.remove_prefix(output.sent);
    if (data.empty()) return;
  }
  keep_unsent(data);
  check_high_water();
}

void WritePipeTransport::keep_unsent(std::string_view data) {
  try {
    if (unsent_.empty()) channel_->watch(Direction::write, writable_);
    unsent_.append(data);
  } catch (...) {
    // What came before may be on its way: nothing may follow in the place of this.
    close_with(std::current_exception());
    throw;
  }
}

void WritePipeTransport::writelines(std::span<const std::string_view> data) {
  std::string joined;
  for (const std::string_view piece : data) joined += piece;
  write(joined);
}

void WritePipeTransport::write_ready() {
  const Channel::Output output = channel_->send(unsent_.view());
  if (output.error) {
    unsent_.clear();
    ++lost_;
    channel_->unwatch(Direction::write);
    return fail(output.error);
  }
  unsent_.drop(output.sent);
  if (!unsent_.empty()) return;
  channel_->unwatch(Direction::write);
  // May append to the buffer again.
  if (flow_.may_resume(0)) resume_writing(protocol_);
  if (!closing_) return;
  channel_->unwatch(Direction::read);
  connection_lost(nullptr);
}

void WritePipeTransport::write_eof() {
  if (closing_) return;
  closing_ = true;
  if (!unsent_.empty()) return;
  channel_->unwatch(Direction::read);
  schedule_connection_lost(nullptr);
}

void WritePipeTransport::set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) {
  flow_.set_limits(high, low);
  check_high_water();
}

void WritePipeTransport::check_high_water() {
  if (flow_.must_pause(unsent_.size())) pause_writing(protocol_);
}

void WritePipeTransport::fail(int code) {
  const auto error = detail::os_error(code);
  report_unless_os_error(error, "Fatal write error on pipe transport");
  close_with(error);
}

void WritePipeTransport::close_with(std::exception_ptr error) {
  closing_ = true;
  unsent_.clear();
  channel_->unwatch(Direction::write);
  channel_->unwatch(Direction::read);
  schedule_connection_lost(std::move(error));
}

void WritePipeTransport::lose(std::exception_ptr error) {
  report_unless_os_error(error, "Fatal error on pipe transport");
  close_with(std::move(error));
}

void WritePipeTransport::connection_lost(std::exception_ptr error) {
  finish(protocol_, std::move(error), [this] { channel_->close(); });
}

void WritePipeTransport::abandon() noexcept {
  const Ref<WritePipeTransport> keep(this);
  closing_ = true;
  unsent_.clear();
  channel_->close();
  protocol_ = {};
  let_go();
}

void WritePipeTransport::replace_protocol(Ref<BaseProtocol> protocol) {
  protocol_ = detail::require_protocol<WritePipeProtocol>(protocol, "WritePipeProtocol");
}

}  // namespace asyncio::native
