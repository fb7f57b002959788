#include "asyncio/pipe_streams.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/pipes.hpp"
#include "stream/stream_flow.hpp"

namespace asyncio {
namespace detail {

/// Closes the pipe when the last handle goes.
struct PipeReaderCore final : RefCounted {
  explicit PipeReaderCore(Ref<ReadTransport> t) : transport(std::move(t)) {}
  ~PipeReaderCore() override { transport->close(); }
  Ref<ReadTransport> transport;
};

}  // namespace detail

namespace {

using detail::ReaderCore;
using detail::StreamFlow;

/// Feeds a reader. Source: StreamReaderProtocol in Lib/asyncio/streams.py.
class PipeReaderProtocol final : public ReadPipeProtocol {
 public:
  explicit PipeReaderProtocol(Ref<ReaderCore> reader) : reader_(std::move(reader)) {}
  void connection_made(ReadTransport& transport) override { reader_->set_transport(Ref<ReadTransport>(&transport)); }
  void data_received(std::string_view data) override { reader_->feed_data(data); }
  void eof_received() override { reader_->feed_eof(); }
  void connection_lost(std::exception_ptr error) override {
    reader_->set_transport({});
    if (error) return reader_->set_exception(std::move(error));
    if (!reader_->eof()) reader_->feed_eof();
  }

 private:
  Ref<ReaderCore> reader_;
};

/// Tells a writer when to wait.
class PipeWriterProtocol final : public WritePipeProtocol {
 public:
  explicit PipeWriterProtocol(Ref<StreamFlow> flow) : flow_(std::move(flow)) {}
  void pause_writing() override { flow_->pause(); }
  void resume_writing() override { flow_->resume(); }
  void connection_lost(std::exception_ptr error) override {
    flow_->set_closed(error);
    flow_->connection_lost(error);
  }

 private:
  Ref<StreamFlow> flow_;
};

Coro<PipeReader> read_pipe(Ref<ReaderCore> reader, int pipe) {
  auto opening = detail::open_input(make_ref<PipeReaderProtocol>(reader), pipe);
  auto transport = co_await std::move(opening);
  co_return PipeReader(reader, detail::Ref<detail::PipeReaderCore>(new detail::PipeReaderCore(std::move(transport))));
}

Coro<StreamWriter> write_pipe(Ref<StreamFlow> flow, int pipe) {
  auto opening = detail::open_output(make_ref<PipeWriterProtocol>(flow), pipe);
  auto transport = co_await std::move(opening);
  co_return StreamWriter(std::move(transport), flow, {});
}

}  // namespace

PipeReader::PipeReader(Ref<ReaderCore> reader, Ref<detail::PipeReaderCore> pipe)
    : StreamReader(std::move(reader)), pipe_(std::move(pipe)) {}
PipeReader::PipeReader(const PipeReader&) noexcept = default;
PipeReader::PipeReader(PipeReader&&) noexcept = default;
PipeReader& PipeReader::operator=(PipeReader other) noexcept {
  StreamReader::operator=(other);
  std::swap(pipe_, other.pipe_);
  return *this;
}
PipeReader::~PipeReader() = default;

ReadTransport& PipeReader::transport() const { return *pipe_->transport; }
void PipeReader::close() { pipe_->transport->close(); }

Coro<PipeReader> open_read_pipe(int pipe, StreamOptions options) {
  return read_pipe(Ref<ReaderCore>(new ReaderCore(options.limit)), pipe);
}

Coro<StreamWriter> open_write_pipe(int pipe) {
  return write_pipe(Ref<StreamFlow>(new StreamFlow(detail::running_loop())), pipe);
}

}  // namespace asyncio
