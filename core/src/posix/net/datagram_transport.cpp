#include "posix/net/datagram_transport.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/log.hpp"
#include "asyncio/os_error.hpp"
#include "posix/loop/descriptor.hpp"
#include "posix/net/send_flags.hpp"
#include "stream/require_protocol.hpp"

namespace asyncio::native {

using detail::Direction;

namespace {

/// What each datagram that is kept counts for, beyond its bytes.
constexpr std::size_t header_size = 8;

std::optional<Endpoint> peer_of(int fd) {
  Address address;
  if (::getpeername(fd, address.get(), &address.size) != 0) return std::nullopt;
  return address.endpoint();
}

}  // namespace

DatagramSocketTransport::DatagramSocketTransport(detail::LoopCore& core, detail::Reactor& reactor,
                                                 detail::DatagramEndpoint endpoint, Ref<DatagramProtocol> protocol)
    : TransportLife(core, *this),
      reactor_(reactor),
      socket_(std::move(endpoint.socket)),
      remote_(std::move(endpoint.remote)),
      self_(local_address(socket_.fileno()).endpoint()),
      peer_(peer_of(socket_.fileno())),
      protocol_(std::move(protocol)) {
  reactor_.claim(socket_.fileno());
}

DatagramSocketTransport::~DatagramSocketTransport() { reactor_.disclaim(socket_.fileno()); }

void DatagramSocketTransport::start(const Future<void>& made) {
  const auto connection_made = [this] {
    if (protocol_) protocol_->connection_made(*this);
  };
  start_transport(Ref<DatagramSocketTransport>(this), connection_made, [this] { begin_reading(); }, made);
}

template <class F>
void DatagramSocketTransport::call_protocol(F call) {
  try {
    if (const Ref<DatagramProtocol> protocol = protocol_) call(*protocol);
  } catch (...) {
    loop().report_callback_error({}, nullptr);
  }
}

// Receiving

void DatagramSocketTransport::begin_reading() {
  if (!closing_) reactor_.watch(loop(), socket_.fileno(), Direction::read, readable_);
}

void DatagramSocketTransport::read_ready() {
  if (lost_) return;
  const std::span<char> buffer = reactor_.read_buffer();
  Address from;
  const ssize_t count = ::recvfrom(socket_.fileno(), buffer.data(), buffer.size(), 0, from.get(), &from.size);
  if (count >= 0) {
    const std::string_view data(buffer.data(), static_cast<std::size_t>(count));
    call_protocol([&](DatagramProtocol& protocol) { protocol.datagram_received(data, from.endpoint()); });
  } else if (const int code = errno; !try_again(code)) {
    call_protocol([code](DatagramProtocol& protocol) { protocol.error_received(detail::os_error(code)); });
  }
}

// Sending

std::optional<Address> DatagramSocketTransport::address_for(const std::optional<Endpoint>& to) const {
  if (remote_ && to && to->repr() != remote_->repr())
    throw std::invalid_argument("Invalid address: must be None or " + remote_->repr());
  if (peer_) return std::nullopt;
  const std::optional<Endpoint>& target = remote_ ? remote_ : to;
  if (!target) throw std::invalid_argument("sendto() needs an address: the endpoint has no remote one");
  if (auto address = to_address(*target)) return address;
  throw std::invalid_argument("'" + target->host + "' is no numeric address: look it up with getaddrinfo() first");
}

void DatagramSocketTransport::sendto(std::string_view data, const std::optional<Endpoint>& to) {
  const std::optional<Address> address = address_for(to);
  // Unlike in CPython, where an endpoint without a remote address sends by a socket that is closed.
  if (lost_) {
    if (lost_++ >= log_threshold) detail::log(LogLevel::warning, "socket.send() raised exception.");
    return;
  }
  if (unsent_.empty()) {
    if (send(data, address)) return;
    reactor_.watch(loop(), socket_.fileno(), Direction::write, writable_);
  }
  keep(data, address);
  check_high_water();
}

bool DatagramSocketTransport::send(std::string_view data, const std::optional<Address>& to) {
  const ssize_t count = to ? ::sendto(socket_.fileno(), data.data(), data.size(), send_flags, to->get(), to->size)
                           : ::send(socket_.fileno(), data.data(), data.size(), send_flags);
  if (count >= 0) return true;
  const int code = errno;
  if (try_again(code)) return false;
  call_protocol([code](DatagramProtocol& protocol) { protocol.error_received(detail::os_error(code)); });
  return true;
}

void DatagramSocketTransport::keep(std::string_view data, const std::optional<Address>& to) {
  unsent_.push_back({std::string(data), to});
  unsent_size_ += data.size() + header_size;
}

void DatagramSocketTransport::write_ready() {
  while (!unsent_.empty() && !lost_) {
    const std::size_t size = unsent_.front().data.size() + header_size;
    // Taken out first: the protocol may be told of an error, and close.
    std::list<Datagram> first;
    first.splice(first.begin(), unsent_, unsent_.begin());
    unsent_size_ -= size;
    if (send(first.front().data, first.front().to)) continue;
    // Try again later.
    unsent_size_ += size;
    unsent_.splice(unsent_.begin(), first);
    break;
  }
  // May append to the buffer.
  if (flow_.may_resume(unsent_size_)) resume_writing(protocol_);
  if (!unsent_.empty() || lost_) return;
  unwatch(Direction::write);
  if (!closing_) return;
  ++lost_;
  connection_lost(nullptr);
}

void DatagramSocketTransport::set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) {
  flow_.set_limits(high, low);
  check_high_water();
}

void DatagramSocketTransport::check_high_water() {
  if (flow_.must_pause(unsent_size_)) pause_writing(protocol_);
}

// The end

void DatagramSocketTransport::unwatch(Direction direction) noexcept {
  // Noticed, but not run yet: it will not.
  if (detail::Runnable* callback = reactor_.unwatch(socket_.fileno(), direction)) callback->unlink();
}

void DatagramSocketTransport::close() {
  if (closing_) return;
  closing_ = true;
  unwatch(Direction::read);
  if (!unsent_.empty()) return;
  ++lost_;
  schedule_connection_lost(nullptr);
}

void DatagramSocketTransport::force_close(std::exception_ptr error) {
  if (lost_) return;
  unsent_.clear();
  unsent_size_ = 0;
  unwatch(Direction::write);
  unwatch(Direction::read);
  closing_ = true;
  ++lost_;
  schedule_connection_lost(std::move(error));
}

void DatagramSocketTransport::lose(std::exception_ptr error) {
  report_unless_os_error(error, "Fatal error on transport");
  force_close(std::move(error));
}

void DatagramSocketTransport::connection_lost(std::exception_ptr error) {
  finish(protocol_, std::move(error), [this] { close_socket(); });
}

void DatagramSocketTransport::close_socket() noexcept {
  unwatch(Direction::read);
  unwatch(Direction::write);
  reactor_.disclaim(socket_.fileno());
  socket_.close();
}

void DatagramSocketTransport::abandon() noexcept {
  const Ref<DatagramSocketTransport> keep_alive(this);
  closing_ = true;
  ++lost_;
  close_socket();
  protocol_ = {};
  let_go();
}

ExtraInfo DatagramSocketTransport::get_extra_info(std::string_view name) const {
  if (name == "sockname") return self_;
  if (name == "peername" && peer_) return *peer_;
  if (name == "socket" && socket_.fileno() >= 0) return TransportSocket(self_, socket_.fileno());
  return {};
}

void DatagramSocketTransport::replace_protocol(Ref<BaseProtocol> protocol) {
  protocol_ = detail::require_protocol<DatagramProtocol>(protocol, "DatagramProtocol");
}

}  // namespace asyncio::native
