#include "asyncio/stream_writer.hpp"

#include <stdexcept>

#include "stream/peer.hpp"
#include "stream/stream_protocol.hpp"
#include "stream/tls_upgrade.hpp"

namespace asyncio {
namespace detail {

/// Closes the connection when the last handle goes.
struct WriterCore final : RefCounted {
  WriterCore(Ref<WriteTransport> t, Ref<StreamFlow> f, Ref<ReaderCore> r)
      : transport(std::move(t)), flow(std::move(f)), reader(std::move(r)) {}
  ~WriterCore() override { transport->close(); }

  Ref<WriteTransport> transport;
  Ref<StreamFlow> flow;
  Ref<ReaderCore> reader;
};

}  // namespace detail

namespace {

using detail::Ref;

Coro<void> drain_connection(Ref<detail::WriterCore> writer) {
  if (writer->reader) writer->reader->check();
  // So that a loop of write() and drain() lets connection_lost() be called, and sees the error.
  if (writer->transport->is_closing()) co_await detail::YieldAwaiter();
  detail::StreamFlow& flow = *writer->flow;
  flow.require_connected();
  if (!flow.paused()) co_return;
  detail::FailableWaiter waiter("StreamWriter.drain");
  flow.drain_waiters.push_back(waiter);
  const auto interrupted = co_await waiter.wait();
  waiter.finish(interrupted);
}

Coro<void> secure(Ref<detail::WriterCore> writer, detail::TlsUpgrade upgrade) {
  const Ref<Transport> transport(dynamic_cast<Transport*>(writer->transport.get()));
  const Ref<Protocol> protocol = transport ? transport->get_protocol() : Ref<Protocol>();
  auto* const streams = dynamic_cast<detail::StreamProtocol*>(protocol.get());
  if (!streams) throw std::invalid_argument("the stream's transport is not supported by start_tls()");
  upgrade.setup.server_side = streams->server_side();
  co_await drain_connection(writer);
  auto upgrading = detail::upgrade_to_tls(transport, protocol, std::move(upgrade));
  auto secured = co_await std::move(upgrading);
  writer->transport = secured;
  streams->replace_transport(*secured);
}

Coro<void> wait_for_end(Ref<detail::WriterCore> writer) {
  const Future<void> closed = writer->flow->closed();
  co_await closed;
}

}  // namespace

StreamWriter::StreamWriter(Ref<WriteTransport> transport, Ref<detail::StreamFlow> flow, Ref<detail::ReaderCore> reader)
    : core_(new detail::WriterCore(std::move(transport), std::move(flow), std::move(reader))) {}
StreamWriter::StreamWriter(const StreamWriter&) noexcept = default;
StreamWriter::StreamWriter(StreamWriter&&) noexcept = default;
StreamWriter& StreamWriter::operator=(StreamWriter other) noexcept {
  std::swap(core_, other.core_);
  return *this;
}
StreamWriter::~StreamWriter() = default;

void StreamWriter::write(std::string_view data) { core_->transport->write(data); }
void StreamWriter::writelines(std::span<const std::string_view> data) { core_->transport->writelines(data); }
void StreamWriter::writelines(std::span<const std::string> data) {
  const std::vector<std::string_view> views(data.begin(), data.end());
  core_->transport->writelines(views);
}
void StreamWriter::writelines(std::initializer_list<std::string_view> data) {
  core_->transport->writelines(std::span(data.begin(), data.size()));
}
Coro<void> StreamWriter::start_tls(const ssl::SSLContext& context, StartTlsOptions options) {
  return secure(core_, detail::TlsUpgrade(context, options));
}
Coro<void> StreamWriter::drain() { return drain_connection(core_); }
void StreamWriter::write_eof() { core_->transport->write_eof(); }
bool StreamWriter::can_write_eof() const { return core_->transport->can_write_eof(); }
void StreamWriter::close() { core_->transport->close(); }
bool StreamWriter::is_closing() const { return core_->transport->is_closing(); }
Coro<void> StreamWriter::wait_closed() { return wait_for_end(core_); }
ExtraInfo StreamWriter::get_extra_info(std::string_view name) const { return core_->transport->get_extra_info(name); }
WriteTransport& StreamWriter::transport() const { return *core_->transport; }

std::string StreamWriter::repr() const {
  std::string text = "<StreamWriter";
  if (const std::string peer = detail::peer_of(*core_->transport); !peer.empty()) text += " peer=" + peer;
  if (core_->transport->is_closing()) text += " closing";
  if (core_->reader) text += " reader=" + core_->reader->repr();
  return text + '>';
}

}  // namespace asyncio
