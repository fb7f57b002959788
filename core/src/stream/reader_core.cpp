#include "asyncio/detail/stream/reader_core.hpp"

#include <algorithm>
#include <stdexcept>

#include "asyncio/exceptions.hpp"
#include "asyncio/stream_options.hpp"
#include "asyncio/transport.hpp"

namespace asyncio::detail {

ReaderCore::ReaderCore(std::size_t limit) : limit_(limit) {
  if (limit == 0) throw std::invalid_argument("Limit cannot be <= 0");
}

void ReaderCore::feed_data(std::string_view data) {
  if (eof_) throw std::logic_error("feed_data after feed_eof");
  if (data.empty()) return;
  buffer_.append(data);
  wake_up();
  if (!transport_ || paused_ || buffer_.size() <= 2 * limit_) return;
  transport_->pause_reading();
  paused_ = true;
}

void ReaderCore::feed_eof() {
  eof_ = true;
  wake_up();
}

void ReaderCore::set_exception(std::exception_ptr error) {
  error_ = std::move(error);
  if (DataWait* wait = std::exchange(wait_, nullptr)) wait->waiter_.fail(error_);
}

void ReaderCore::check() const {
  if (error_) std::rethrow_exception(error_);
}

void ReaderCore::wake_up() {
  // Forgotten at once: from here on another may wait, though this one has not gone on yet.
  if (DataWait* wait = std::exchange(wait_, nullptr)) wait->waiter_.set();
}

void ReaderCore::resume_transport() {
  if (!paused_) return;
  paused_ = false;
  if (transport_) transport_->resume_reading();
}

void ReaderCore::resume_if_drained() {
  if (buffer_.size() <= limit_) resume_transport();
}

ReaderCore::Found ReaderCore::search(Search& search, const Separators& separators) const noexcept {
  const std::size_t size = buffer_.size();
  if (size >= search.offset + separators.shortest()) {
    if (const auto match = separators.find(buffer_.view(), search.offset)) {
      search.match = *match;
      return match->begin > limit_ ? Found::too_long : Found::match;
    }
    // The last bytes may be the beginning of a separator.
    search.offset = size + 1 > separators.longest() ? size + 1 - separators.longest() : 0;
    if (search.offset > limit_) {
      search.match = {search.offset, 0};
      return Found::too_long;
    }
  }
  return eof_ ? Found::ended : Found::need_data;
}

namespace {

const char* too_long_message(const ReaderCore::Search& search) {
  return search.match.end ? "Separator is found, but chunk is longer than limit"
                          : "Separator is not found, and chunk exceed the limit";
}

}  // namespace

std::string ReaderCore::take_match(Found found, const Search& search) {
  if (found == Found::ended) end_too_early(std::nullopt);
  if (found == Found::too_long) throw LimitOverrunError(too_long_message(search), search.match.begin);
  return take(search.match.end);
}

std::string ReaderCore::take_line(Found found, const Search& search) {
  if (found == Found::ended) return buffer_.take(buffer_.size());
  if (found == Found::match) return take(search.match.end);
  const std::size_t end = search.match.end;
  buffer_.drop(end ? end : buffer_.size());
  resume_if_drained();
  throw std::invalid_argument(too_long_message(search));
}

std::string ReaderCore::take(std::size_t count) {
  std::string bytes = buffer_.take(count);
  resume_if_drained();
  return bytes;
}

std::size_t ReaderCore::take(char* into, std::size_t count) {
  count = std::min(count, buffer_.size());
  buffer_.view().copy(into, count);
  buffer_.drop(count);
  resume_if_drained();
  return count;
}

void ReaderCore::end_too_early(std::optional<std::size_t> expected) {
  throw IncompleteReadError(buffer_.take(buffer_.size()), expected);
}

DataWait::DataWait(ReaderCore& reader, const char* what) : reader_(reader), waiter_(what) {
  if (reader.wait_) {
    const std::string_view name(what);
    throw std::runtime_error(std::string(name.substr(name.find('.') + 1)) +
                             "() called while another coroutine is already waiting for incoming data");
  }
  // CPython would wait for ever if the error came while the reader was being woken by data.
  reader.check();
  // Who waits for data that the limit holds back would wait for ever.
  reader.resume_transport();
  reader.wait_ = this;
}

DataWait::~DataWait() {
  if (reader_.wait_ == this) reader_.wait_ = nullptr;
}

std::string ReaderCore::repr() const {
  std::string text = "<StreamReader";
  if (!buffer_.empty()) text += ' ' + std::to_string(buffer_.size()) + " bytes";
  if (eof_) text += " eof";
  if (limit_ != StreamOptions().limit) text += " limit=" + std::to_string(limit_);
  if (wait_) text += " waiting";
  if (error_) text += " exception=" + describe(error_);
  if (paused_) text += " paused";
  return text + '>';
}

}  // namespace asyncio::detail
