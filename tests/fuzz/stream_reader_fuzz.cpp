// A StreamReader that gets its bytes in pieces, against a model that knows them all: the same results, the same errors,
// the same bytes left.
#include <fuzzer/FuzzedDataProvider.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>

#include "check.hpp"
#include "reader_model.hpp"

using asyncio::Coro;
using asyncio::StreamReader;

namespace {

Coro<std::string> call(StreamReader& reader, const Read& read) {
  switch (read.kind) {
    case Read::Kind::read:
      co_return co_await reader.read(read.count);
    case Read::Kind::read_into: {
      std::string bytes(static_cast<std::size_t>(read.count), ' ');
      const std::size_t count = co_await reader.read(std::as_writable_bytes(std::span(bytes)));
      co_return bytes.substr(0, count);
    }
    case Read::Kind::exactly:
      co_return co_await reader.readexactly(read.count);
    case Read::Kind::exactly_into: {
      std::string bytes(static_cast<std::size_t>(read.count), ' ');
      co_await reader.readexactly(std::as_writable_bytes(std::span(bytes)));
      co_return bytes;
    }
    case Read::Kind::line:
      co_return co_await reader.readline();
    case Read::Kind::next: {
      const auto line = co_await reader.next();
      co_return line ? *line : std::string();
    }
    case Read::Kind::until:
      break;
  }
  if (read.separators.size() == 1) co_return co_await reader.readuntil(read.separators.front());
  co_return co_await reader.readuntil(read.separators);
}

Outcome outcome_of(const asyncio::Task<std::string>& task) {
  try {
    return {.bytes = task.result()};
  } catch (const asyncio::IncompleteReadError& error) {
    return {.bytes = error.partial, .error = "incomplete"};
  } catch (const asyncio::LimitOverrunError& error) {
    return {.error = error.what(), .consumed = error.consumed};
  } catch (const std::invalid_argument& error) {
    return {.error = error.what()};
  }
}

/// Lets everybody go on who can.
Coro<void> settle() {
  for (int i = 0; i < 3; ++i) co_await asyncio::sleep(asyncio::Duration::zero());
}

Read choose_read(FuzzedDataProvider& input) {
  Read read{.kind = input.ConsumeEnum<Read::Kind>()};
  const bool to_end = read.kind == Read::Kind::read || read.kind == Read::Kind::exactly;
  read.count = input.ConsumeIntegralInRange<std::ptrdiff_t>(to_end ? -1 : 0, 20);
  for (int n = input.ConsumeIntegralInRange(1, 4); n > 0 && read.kind == Read::Kind::until; --n)
    read.separators.push_back(input.ConsumeRandomLengthString(4));
  return read;
}

Coro<void> compare(FuzzedDataProvider& input) {
  const auto limit = input.ConsumeIntegralInRange<std::size_t>(1, 40);
  StreamReader reader({.limit = limit});
  ReaderModel model(limit);
  while (input.remaining_bytes() > 0) {
    const Read read = choose_read(input);
    auto task = asyncio::create_task(call(reader, read));
    model.begin(read);
    for (;;) {
      co_await settle();
      const auto expected = model.look();
      CHECK(task.done() == expected.has_value());
      if (expected) {
        CHECK(outcome_of(task) == *expected);
        break;
      }
      // Only an end makes every read end.
      const bool end = input.remaining_bytes() == 0 || input.ConsumeIntegralInRange(0, 15) == 0;
      if (end && input.ConsumeBool()) {
        task.cancel();
        co_await settle();
        CHECK(task.cancelled());
        break;
      }
      if (end) {
        reader.feed_eof();
        model.ended = true;
      } else {
        const std::string piece = input.ConsumeRandomLengthString(24);
        reader.feed_data(piece);
        model.bytes += piece;
      }
    }
    CHECK(reader.at_eof() == (model.ended && model.bytes.empty()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  asyncio::run(compare(input), {.clock = asyncio::virtual_clock});
  return 0;
}
