#pragma once

/// \file
/// The state behind a StreamReader. Source: Lib/asyncio/streams.py.

#include <exception>

#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/stream/byte_buffer.hpp"
#include "asyncio/detail/stream/failable_waiter.hpp"
#include "asyncio/detail/stream/separators.hpp"
#include "asyncio/transport.hpp"

namespace asyncio::detail {

class DataWait;

/// Bytes that came and were not read yet, and the one coroutine that may wait for more.
class ReaderCore final : public RefCounted {
 public:
  /// \throws std::invalid_argument if the limit is 0
  explicit ReaderCore(std::size_t limit);

  void feed_data(std::string_view data);
  void feed_eof();
  void set_exception(std::exception_ptr error);
  const std::exception_ptr& exception() const noexcept { return error_; }
  /// Where to stop the flow when more than twice the limit lies here. Null: nowhere.
  void set_transport(Ref<ReadTransport> transport) noexcept { transport_ = std::move(transport); }

  bool eof() const noexcept { return eof_; }
  std::size_t limit() const noexcept { return limit_; }
  std::size_t available() const noexcept { return buffer_.size(); }
  bool at_eof() const noexcept { return eof_ && buffer_.empty(); }
  std::string repr() const;
  /// Throws what set_exception() was given, if anything.
  void check() const;

  /// How far a search for a separator has come.
  struct Search {
    std::size_t offset = 0;
    Separators::Match match{};
  };
  enum class Found : unsigned char { match, need_data, too_long, ended };
  /// Looks for a separator. `too_long` leaves in `match.begin` how many bytes can be taken.
  Found search(Search& search, const Separators& separators) const noexcept;
  /// Takes what a search for readuntil() found. \throws LimitOverrunError, IncompleteReadError
  std::string take_match(Found found, const Search& search);
  /// Takes what a search for readline() found. \throws std::invalid_argument if the line is too long
  std::string take_line(Found found, const Search& search);

  /// Takes up to `count` bytes, and lets the transport go on if it was held.
  std::string take(std::size_t count);
  /// The same into memory of the caller's. \returns how many
  std::size_t take(char* into, std::size_t count);
  /// Takes all that is left. \throws IncompleteReadError
  [[noreturn]] void end_too_early(std::optional<std::size_t> expected);

 private:
  friend class DataWait;
  void wake_up();
  void resume_transport();
  void resume_if_drained();

  ByteBuffer buffer_;
  std::exception_ptr error_;
  DataWait* wait_ = nullptr;
  Ref<ReadTransport> transport_;
  std::size_t limit_;
  bool eof_ = false;
  bool paused_ = false;
};

/// One wait for data, in the frame of the coroutine that reads.
class DataWait {
 public:
  /// \param what "StreamReader.read". \throws std::runtime_error if somebody waits already.
  DataWait(ReaderCore& reader, const char* what);
  DataWait(const DataWait&) = delete;
  DataWait& operator=(const DataWait&) = delete;
  ~DataWait();

  /// Suspends until data, the end or an error has come. \see finish
  Waiter::Awaiter wait() noexcept { return waiter_.wait(); }
  /// Throws what ended the wait, if it was not data. \param interrupted what the await gave
  void finish(const std::exception_ptr& interrupted) const { waiter_.finish(interrupted); }

 private:
  friend class ReaderCore;
  ReaderCore& reader_;
  FailableWaiter waiter_;
};

}  // namespace asyncio::detail
