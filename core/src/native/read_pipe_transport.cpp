#include "read_pipe_transport.hpp"

#include <cerrno>

#include "asyncio/os_error.hpp"

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
      } catch (...) {
        loop().report_callback_error({});
      }
  }
}

void ReadPipeTransport::end_of_input() {
  const Ref<ReadPipeTransport> self(this);
  closing_ = true;
  channel_->unwatch(Direction::read);
  call_soon([self] {
    if (self->protocol_) self->protocol_->eof_received();
  });
  call_soon([self] { self->connection_lost(nullptr); });
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
  channel_->watch(Direction::read, readable_);
}

void ReadPipeTransport::close() {
  if (!closing_) close_with(nullptr);
}

void ReadPipeTransport::close_with(std::exception_ptr error) {
  closing_ = true;
  channel_->unwatch(Direction::read);
  const auto lost = [self = Ref<ReadPipeTransport>(this), error] { self->connection_lost(error); };
  if (!call_soon(lost)) abandon();
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

}  // namespace asyncio::native
