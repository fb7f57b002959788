#include "asyncio/stream_reader.hpp"

#include <stdexcept>

namespace asyncio {
namespace {

using detail::DataWait;
using detail::ReaderCore;
using detail::Ref;
using detail::Separators;
using Found = ReaderCore::Found;

// Each coroutine holds the stream by a reference of its own: the handle may go while it waits.

Coro<std::string> read_to_end(Ref<ReaderCore> reader) {
  std::string all;
  for (;;) {
    reader->check();
    if (reader->available() == 0 && !reader->eof()) {
      DataWait wait(*reader, "StreamReader.read");
      const auto interrupted = co_await wait.wait();
      wait.finish(interrupted);
    }
    if (reader->available() == 0) co_return all;
    all += reader->take(reader->limit());
  }
}

Coro<std::string> read_some(Ref<ReaderCore> reader, std::size_t count) {
  reader->check();
  if (count == 0) co_return std::string();
  if (reader->available() == 0 && !reader->eof()) {
    DataWait wait(*reader, "StreamReader.read");
    const auto interrupted = co_await wait.wait();
    wait.finish(interrupted);
  }
  co_return reader->take(count);
}

Coro<std::size_t> read_into(Ref<ReaderCore> reader, char* into, std::size_t count) {
  reader->check();
  if (count == 0) co_return std::size_t{0};
  if (reader->available() == 0 && !reader->eof()) {
    DataWait wait(*reader, "StreamReader.read");
    const auto interrupted = co_await wait.wait();
    wait.finish(interrupted);
  }
  co_return reader->take(into, count);
}

/// Suspends until `count` bytes are there.
Coro<void> wait_for_bytes(Ref<ReaderCore> reader, std::size_t count) {
  while (reader->available() < count) {
    if (reader->eof()) reader->end_too_early(count);
    DataWait wait(*reader, "StreamReader.readexactly");
    const auto interrupted = co_await wait.wait();
    wait.finish(interrupted);
  }
}

Coro<std::string> read_exactly(Ref<ReaderCore> reader, std::ptrdiff_t n) {
  if (n < 0) throw std::invalid_argument("readexactly size can not be less than zero");
  reader->check();
  const auto count = static_cast<std::size_t>(n);
  if (count == 0) co_return std::string();
  if (reader->available() < count) co_await wait_for_bytes(reader, count);
  co_return reader->take(count);
}

Coro<void> read_exactly_into(Ref<ReaderCore> reader, char* into, std::size_t count) {
  reader->check();
  if (reader->available() < count) co_await wait_for_bytes(reader, count);
  reader->take(into, count);
}

/// Searches, and waits, until the search is decided.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters): awaited at once.
Coro<Found> search_until_decided(Ref<ReaderCore> reader, const Separators& separators, ReaderCore::Search& search) {
  for (;;) {
    const Found found = reader->search(search, separators);
    if (found != Found::need_data) co_return found;
    DataWait wait(*reader, "StreamReader.readuntil");
    const auto interrupted = co_await wait.wait();
    wait.finish(interrupted);
  }
}

Coro<std::string> read_until(Ref<ReaderCore> reader, Separators separators) {
  reader->check();
  ReaderCore::Search search;
  Found found = reader->search(search, separators);
  if (found == Found::need_data) found = co_await search_until_decided(reader, separators, search);
  co_return reader->take_match(found, search);
}

Coro<std::string> read_line(Ref<ReaderCore> reader) {
  reader->check();
  const Separators newline("\n");
  ReaderCore::Search search;
  Found found = reader->search(search, newline);
  if (found == Found::need_data) found = co_await search_until_decided(reader, newline, search);
  co_return reader->take_line(found, search);
}

Coro<std::optional<std::string>> next_line(Ref<ReaderCore> reader) {
  std::string line = co_await read_line(reader);
  if (line.empty()) co_return std::nullopt;
  co_return line;
}

Coro<std::string> fail(std::exception_ptr error) {
  std::rethrow_exception(error);
  co_return std::string();
}

/// A wrong argument comes out of the await, as in Python, not out of the call.
template <class A>
Coro<std::string> read_until_any(const Ref<ReaderCore>& reader, A separators) {
  try {
    return read_until(reader, Separators(std::move(separators)));
  } catch (...) {
    return fail(std::current_exception());
  }
}

char* chars(std::span<std::byte> bytes) noexcept { return reinterpret_cast<char*>(bytes.data()); }

}  // namespace

StreamReader::StreamReader(StreamOptions options) : core_(new ReaderCore(options.limit)) {}

Coro<std::string> StreamReader::read(std::ptrdiff_t n) {
  return n < 0 ? read_to_end(core_) : read_some(core_, static_cast<std::size_t>(n));
}
Coro<std::size_t> StreamReader::read(std::span<std::byte> into) { return read_into(core_, chars(into), into.size()); }
Coro<std::string> StreamReader::readline() { return read_line(core_); }
Coro<std::string> StreamReader::readexactly(std::ptrdiff_t n) { return read_exactly(core_, n); }
Coro<void> StreamReader::readexactly(std::span<std::byte> into) {
  return read_exactly_into(core_, chars(into), into.size());
}
Coro<std::string> StreamReader::readuntil(std::string_view separator) { return read_until_any(core_, separator); }
Coro<std::string> StreamReader::readuntil(std::vector<std::string> separators) {
  return read_until_any(core_, std::move(separators));
}
Coro<std::string> StreamReader::readuntil(std::initializer_list<std::string_view> separators) {
  return read_until_any(core_, std::vector<std::string>(separators.begin(), separators.end()));
}
Coro<std::optional<std::string>> StreamReader::next() { return next_line(core_); }

}  // namespace asyncio
