#include "stream/sendfile.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "asyncio/capture.hpp"
#include "asyncio/exception_group.hpp"
#include "asyncio/exceptions.hpp"
#include "stream/file_sending.hpp"
#include "stream/files.hpp"
#include "stream/sendfile_protocol.hpp"
#include "stream/stream_transport.hpp"
#include "stream/writing_state.hpp"

namespace asyncio::detail {
namespace {

/// No data for the protocol meanwhile.
class ReadingPaused {
 public:
  explicit ReadingPaused(Ref<Transport> transport)
      : transport_(std::move(transport)), reading_(transport_->is_reading()) {
    transport_->pause_reading();
  }
  ReadingPaused(const ReadingPaused&) = delete;
  ReadingPaused& operator=(const ReadingPaused&) = delete;
  ~ReadingPaused() {
    if (reading_) transport_->resume_reading();
  }

 private:
  Ref<Transport> transport_;
  bool reading_;
};

/// By the system. Source: _sendfile_native in Lib/asyncio/selector_events.py.
Coro<std::size_t> send_natively(Ref<StreamTransport> transport, FileRange range) {
  const ReadingPaused paused(transport);
  FileSending sending(*transport, range);
  const FilePosition position(range, sending.sent());
  const auto interrupted = co_await sending.wait();
  sending.finish(interrupted);
  co_return sending.sent();
}

/// By reading and writing. Source: _sendfile_fallback in Lib/asyncio/base_events.py.
Coro<std::size_t> send_by_blocks(Ref<Transport> transport, FileRange range) {
  SendfileScope scope(transport);
  std::vector<char> block(std::min(range.count.value_or(sendfile_block_size), sendfile_block_size));
  std::size_t sent = 0;
  const FilePosition position(range, sent);
  while (!range.count || sent < *range.count) {
    const std::size_t wanted = range.count ? std::min(*range.count - sent, block.size()) : block.size();
    const std::size_t count = co_await read_file(range.file, range.offset + sent, std::span(block).first(wanted));
    if (count == 0) break;
    auto draining = scope.drain();
    co_await std::move(draining);
    transport->write(std::string_view(block.data(), count));
    sent += count;
  }
  co_return sent;
}

}  // namespace

Coro<std::size_t> sendfile(Ref<WriteTransport> transport, FileRange range, bool fallback) {
  if (transport->is_closing()) throw std::runtime_error("Transport is closing");
  require_count(range);
  const Ref<Transport> connection(dynamic_cast<Transport*>(transport.get()));
  if (!connection || !dynamic_cast<WritingState*>(connection.get()))
    throw std::runtime_error("sendfile is not supported for this transport: it is no connection");
  const Ref<StreamTransport> plain(dynamic_cast<StreamTransport*>(connection.get()));
  if (plain && plain->can_send_files()) {
    auto sent = co_await Captured<std::size_t>(send_natively(plain, range));
    if (sent || !matches<SendfileNotAvailableError>(sent.exception()) || !fallback) co_return std::move(sent).value();
  } else if (!fallback) {
    throw std::runtime_error("fallback is disabled and native sendfile is not supported for this transport");
  }
  auto sending = send_by_blocks(connection, range);
  co_return co_await std::move(sending);
}

}  // namespace asyncio::detail
