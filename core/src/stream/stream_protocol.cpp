#include "stream/stream_protocol.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/stream/client_handler.hpp"
#include "asyncio/exception_context.hpp"
#include "error/best_effort.hpp"
#include "stream/peer.hpp"

namespace asyncio::detail {

StreamProtocol::StreamProtocol(LoopCore& loop, Ref<ReaderCore> reader, Ref<ClientHandler> handler)
    : loop_(loop),
      reader_(std::move(reader)),
      handler_(std::move(handler)),
      flow_(new StreamFlow(loop)),
      server_side_(static_cast<bool>(handler_)) {}

StreamProtocol::~StreamProtocol() = default;

void StreamProtocol::connection_made(Transport& transport) {
  try {
    replace_transport(transport);
    if (handler_) serve(transport);
  } catch (...) {
    // Nobody serves it: the peer is not to wait.
    transport.close();
    throw;
  }
}

void StreamProtocol::replace_transport(Transport& transport) {
  reader_->set_transport(Ref<Transport>(&transport));
  over_tls_ = static_cast<bool>(transport.get_extra_info("cipher"));
}

void StreamProtocol::serve(Transport& transport) {
  const Ref<ClientHandler> handler = std::exchange(handler_, {});
  const Ref<Transport> connection(&transport);
  StreamWriter writer(connection, flow_, reader_);
  Coro<void> work = handler->connected(StreamReader(reader_), std::move(writer));
  if (!work) return;
  auto task = create_task_on(loop_, std::move(work), {}, std::source_location::current());
  task.add_done_callback([connection, loop = Ref<LoopCore>(&loop_)](const Task<void>& done) {
    if (done.cancelled()) return connection->close();
    if (!done.exception()) return;
    ExceptionContext context;
    context.message = best_effort_text([] { return "Unhandled exception in client_connected_cb"; });
    context.exception = done.exception();
    context.task = done;
    context.peer = best_effort_text([&] { return peer_of(*connection); });
    loop->call_exception_handler(context);
    connection->close();
  });
}

bool StreamProtocol::eof_received() {
  reader_->feed_eof();
  // TLS has no half of a connection.
  return !over_tls_;
}

void StreamProtocol::connection_lost(std::exception_ptr error) {
  reader_->set_transport({});
  if (error) {
    reader_->set_exception(error);
  } else if (!reader_->eof()) {
    reader_->feed_eof();
  }
  flow_->set_closed(error);
  flow_->connection_lost(error);
}

}  // namespace asyncio::detail
