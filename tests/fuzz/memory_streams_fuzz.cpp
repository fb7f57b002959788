// Two ends of a connection through memory that write, wait, read and go away at any moment: what arrives is what was
// sent, in order, and all of it unless somebody broke off.
#include <fuzzer/FuzzedDataProvider.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>

#include "check.hpp"

using asyncio::Coro;

namespace {

/// The byte at a place of a direction, so that nothing can be mistaken for anything else.
char byte_at(std::size_t place) { return static_cast<char>(place * 131 % 251); }

/// One direction of the connection.
struct Direction {
  std::size_t sent = 0;
  std::size_t received = 0;
  bool ended = false;
  bool broken = false;

  std::string make(std::size_t count) {
    std::string bytes(count, ' ');
    for (char& c : bytes) c = byte_at(sent++);
    return bytes;
  }
  void take(std::string_view bytes) {
    for (const char c : bytes) CHECK(c == byte_at(received++));
    CHECK(received <= sent);
  }
};

/// One end: what it does is in the script, and who comes when in the order of both scripts.
class End {
 public:
  End(FuzzedDataProvider& script, asyncio::Stream stream, Direction& out, Direction& in)
      : script_(script), stream_(std::move(stream)), out_(out), in_(in) {}

  Coro<void> run() {
    auto reading = asyncio::create_task(read_to_end());
    while (!out_.ended && script_.remaining_bytes() > 0) co_await act();
    if (!out_.ended) end();
    co_await reading;
    stream_.second.close();
  }

 private:
  enum class Act { write, drain, pause, end, break_off, wait, kMaxValue = wait };

  Coro<void> act() {
    auto& writer = stream_.second;
    switch (script_.ConsumeEnum<Act>()) {
      case Act::write:
        writer.write(out_.make(script_.ConsumeIntegralInRange<std::size_t>(0, 100'000)));
        break;
      case Act::drain: {
        auto drained = co_await asyncio::capture(writer.drain());
        // The other end has gone.
        if (!drained) lose();
        break;
      }
      case Act::pause:
        paused_ = script_.ConsumeIntegralInRange(0, 5);
        break;
      case Act::end:
        end();
        break;
      case Act::break_off:
        // Seldom, or nothing else would ever be seen.
        if (script_.ConsumeIntegralInRange(0, 9) == 0) {
          lose();
          writer.transport().abort();
        }
        break;
      case Act::wait:
        for (int n = script_.ConsumeIntegralInRange(1, 4); n > 0; --n)
          co_await asyncio::sleep(asyncio::Duration::zero());
        break;
    }
  }

  Coro<void> read_to_end() {
    for (;;) {
      for (; paused_ > 0; --paused_) co_await asyncio::sleep(asyncio::Duration::zero());
      auto read = co_await asyncio::capture(stream_.first.read(40'000));
      if (!read) {
        in_.broken = true;
        break;
      }
      if (read->empty()) break;
      in_.take(*read);
    }
    CHECK(in_.broken || in_.received == in_.sent);
  }

  void end() {
    if (!std::exchange(out_.ended, true)) stream_.second.write_eof();
  }
  void lose() { out_.ended = out_.broken = in_.broken = true; }

  FuzzedDataProvider& script_;
  asyncio::Stream stream_;
  Direction& out_;
  Direction& in_;
  int paused_ = 0;
};

Coro<void> connect(FuzzedDataProvider& script) {
  auto ends =
      co_await asyncio::open_memory_connection({.limit = script.ConsumeIntegralInRange<std::size_t>(1, 70'000)});
  Direction there;
  Direction back;
  End first(script, std::move(ends.first), there, back);
  End second(script, std::move(ends.second), back, there);
  auto running = asyncio::create_task(first.run());
  co_await second.run();
  co_await running;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider script(data, size);
  asyncio::run(connect(script), {.clock = asyncio::virtual_clock});
  return 0;
}
