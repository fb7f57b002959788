#pragma once

/// \file
/// `StreamReader`. Source: Lib/asyncio/streams.py.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "asyncio/coro.hpp"
#include "asyncio/detail/stream/reader_core.hpp"
#include "asyncio/stream_options.hpp"

namespace asyncio {

/// Bytes that come in, read as a coroutine likes: by number, by line, by separator. A handle: copies name the same
/// stream.
///
/// Each read goes on at once if what it asks for is there; else it suspends until feed_data(), feed_eof() or
/// set_exception() wakes it, and looks again in the next iteration. Only one coroutine may wait at a time: another one
/// gets std::runtime_error("read() called while another coroutine is already waiting for incoming data"). A read that
/// is cancelled while it waits takes nothing; what has come stays for the next one. Coroutines of reads keep the stream
/// alive. What an error of the connection set comes out of the read that waits and of every later one.
class StreamReader {
 public:
  StreamReader() : StreamReader(StreamOptions()) {}
  /// \throws std::invalid_argument("Limit cannot be <= 0")
  explicit StreamReader(StreamOptions options);
  explicit StreamReader(detail::Ref<detail::ReaderCore> core) noexcept : core_(std::move(core)) {}

  /// Up to `n` bytes, at least one unless the stream has ended; nothing at the end. Below 0: everything up to the end.
  Coro<std::string> read(std::ptrdiff_t n = -1);
  /// The same into `into`: how many bytes, 0 at the end. The memory must outlive the read.
  Coro<std::size_t> read(std::span<std::byte> into);
  /// A line with its "\n"; without, if it is the last and has none; nothing at the end.
  /// \throws std::invalid_argument if it is longer than the limit: it is dropped then.
  Coro<std::string> readline();
  /// Exactly `n` bytes. \throws IncompleteReadError with what there was; std::invalid_argument if `n` is below 0
  Coro<std::string> readexactly(std::ptrdiff_t n);
  /// Exactly as many bytes as `into` has room for, which must outlive the read. \throws IncompleteReadError
  Coro<void> readexactly(std::span<std::byte> into);
  /// Everything through the first separator. \throws IncompleteReadError at the end, with what there was;
  /// LimitOverrunError if it would be longer than the limit: the bytes stay then; std::invalid_argument for an empty
  /// one.
  Coro<std::string> readuntil(std::string_view separator = "\n");
  /// The same through whichever separator ends first.
  Coro<std::string> readuntil(std::vector<std::string> separators);
  Coro<std::string> readuntil(std::initializer_list<std::string_view> separators);

  /// `async for line in reader`: the next line, none at the end.
  Coro<std::optional<std::string>> next();

  /// Whether all has been read and no more will come.
  bool at_eof() const noexcept { return core_->at_eof(); }

  /// Appends bytes. \throws std::logic_error("feed_data after feed_eof")
  void feed_data(std::string_view data) { core_->feed_data(data); }
  /// Nothing more will come.
  void feed_eof() { core_->feed_eof(); }
  /// What reads throw, or null.
  std::exception_ptr exception() const noexcept { return core_->exception(); }
  /// Fails the read that waits and every later one.
  void set_exception(std::exception_ptr error) { core_->set_exception(std::move(error)); }

  /// `<StreamReader 12 bytes eof>`, for people.
  std::string repr() const { return core_->repr(); }

  const detail::Ref<detail::ReaderCore>& core() const noexcept { return core_; }

 private:
  detail::Ref<detail::ReaderCore> core_;
};

}  // namespace asyncio
