#include "posix/pipe/read_pipe_transport.hpp"

#include <cerrno>
#include <new>

#include "asyncio/os_error.hpp"
#include "stream/require_protocol.hpp"

namespace asyncio::native {

using detail::Channel;
using detail::Direction;

void ReadPipeTransport::start(const Future<void>& made) {
  const auto connection_made = [this] {
    if (protocol_) protocol_->connection_made(*this);
  };
  start_transport(Ref<ReadPipeTransport>(this), connection_made, [this] { begin_reading(); }, made);
}

void ReadPipeTransport::begin_reading() {
  if (is_reading()) channel_->watch(Direction::read, readable_);
}

void ReadPipeTransport::read_ready() {
  const Channel::Input input = channel_->receive();
  switch (input.kind) {
    case Channel::Input::Kind::nothing_yet:
      return;
    case Channel::Input::Kind::error:
      return fail(input.error);
    case Channel::Input::Kind::end:
      return end_of_input();
    case Channel::Input::Kind::data:
      try {
        protocol_->data_received(input.data);
      } catch (const std::bad_alloc&) {
        // What has come is lost, and so is the pipe: nothing may follow in its place.
        throw;
      } catch (...) {
        loop().report_callback_error({}, nullptr);
      }
  }
}

void ReadPipeTransport::end_of_input() {
  closing_ = true;
  channel_->unwatch(Direction::read);
  ended_.schedule(loop());
  schedule_connection_lost(nullptr);
}

void ReadPipeTransport::tell_of_end() {
  if (const Ref<ReadPipeProtocol> protocol = protocol_) protocol->eof_received();
}

void ReadPipeTransport::lose(std::exception_ptr error) {
  report_unless_os_error(error, "Fatal error on pipe transport");
  close_with(std::move(error));
}

void ReadPipeTransport::fail(int code) {
  const auto error = detail::os_error(code);
  // What a terminal says when its other side has gone.
  if (code != EIO) report(error, "Fatal read error on pipe transport");
  close_with(error);
}

void ReadPipeTransport::pause_reading() {
  if (!is_reading()) return;
  paused_ = true;
  channel_->unwatch(Direction::read);
}

void ReadPipeTransport::resume_reading() {
  if (closing_ || !paused_) return;
  paused_ = false;
  try {
    channel_->watch(Direction::read, readable_);
  } catch (...) {
    lose(std::current_exception());
  }
}

void ReadPipeTransport::close() {
  if (!closing_) close_with(nullptr);
}

void ReadPipeTransport::close_with(std::exception_ptr error) {
  closing_ = true;
  channel_->unwatch(Direction::read);
  schedule_connection_lost(std::move(error));
}

void ReadPipeTransport::connection_lost(std::exception_ptr error) {
  finish(protocol_, std::move(error), [this] { channel_->close(); });
}

void ReadPipeTransport::abandon() noexcept {
  const Ref<ReadPipeTransport> keep(this);
  closing_ = true;
  channel_->close();
  protocol_ = {};
  let_go();
}

void ReadPipeTransport::replace_protocol(Ref<BaseProtocol> protocol) {
  protocol_ = detail::require_protocol<ReadPipeProtocol>(protocol, "ReadPipeProtocol");
}

}  // namespace asyncio::native
