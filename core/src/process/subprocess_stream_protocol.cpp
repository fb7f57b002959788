#include "process/subprocess_stream_protocol.hpp"

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::detail {

SubprocessStreamProtocol::SubprocessStreamProtocol(LoopCore& loop, std::size_t limit)
    : flow_(new StreamFlow(loop)), limit_(limit) {}

void SubprocessStreamProtocol::connection_made(SubprocessTransport& transport) {
  transport_ = Ref<SubprocessTransport>(&transport);
  try {
    make_streams(transport);
  } catch (...) {
    error_ = std::current_exception();
    transport.close();
  }
}

void SubprocessStreamProtocol::make_streams(SubprocessTransport& transport) {
  for (const int fd : {1, 2}) {
    auto* pipe = dynamic_cast<ReadTransport*>(transport.get_pipe_transport(fd));
    if (!pipe) continue;
    Output& output = outputs_[fd == 1 ? 0 : 1];
    output.reader.emplace(StreamReader(Ref<ReaderCore>(new ReaderCore(limit_))));
    output.reader->core()->set_transport(Ref<ReadTransport>(pipe));
    output.open = true;
  }
  if (auto* pipe = dynamic_cast<WriteTransport*>(transport.get_pipe_transport(0)))
    input_.emplace(StreamWriter(Ref<WriteTransport>(pipe), flow_, {}));
}

SubprocessStreamProtocol::Output* SubprocessStreamProtocol::find(int fd) noexcept {
  if (fd != 1 && fd != 2) return nullptr;
  Output& output = outputs_[fd == 1 ? 0 : 1];
  return output.reader ? &output : nullptr;
}

void SubprocessStreamProtocol::pipe_data_received(int fd, std::string_view data) {
  Output* output = find(fd);
  if (!output) return;
  try {
    output->reader->feed_data(data);
  } catch (...) {
    // What has come is lost: who reads on must not miss it unawares.
    output->reader->set_exception(std::current_exception());
  }
}

void SubprocessStreamProtocol::pipe_connection_lost(int fd, std::exception_ptr error) {
  if (fd == 0) return input_lost(error);
  if (Output* output = find(fd)) {
    if (error) {
      output->reader->set_exception(error);
    } else {
      output->reader->feed_eof();
    }
    output->open = false;
  }
  close_transport_at_the_end();
}

void SubprocessStreamProtocol::input_lost(const std::exception_ptr& error) {
  if (input_) input_->close();
  flow_->connection_lost(error);
  flow_->set_closed(error);
}

void SubprocessStreamProtocol::process_exited() {
  exited_ = true;
  close_transport_at_the_end();
}

void SubprocessStreamProtocol::close_transport_at_the_end() {
  if (outputs_[0].open || outputs_[1].open || !exited_) return;
  if (const Ref<SubprocessTransport> transport = std::exchange(transport_, {})) transport->close();
}

}  // namespace asyncio::detail
