#pragma once

/// \file
/// Turns what an observer is told into the records of docs/event-log.md.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "asyncio/clock.hpp"
#include "asyncio/observer.hpp"
#include "trace/records.hpp"

namespace asyncio::detail {

/// Whoever derives from it keeps the records. Texts and frames are sent once, before the first record that names them.
/// Where there is no memory to remember one, the record names none.
class EventEncoder : public Observer {
 public:
  void iteration(std::uint64_t number, std::size_t ready) override;
  void created(TaskId task, const TaskCreation& how) override;
  void renamed(TaskId task, std::string_view name) override;
  void step_begin(TaskId task) override;
  void step_end(TaskId task) override;
  void suspended(TaskId task, std::string_view what, TaskId awaited, CallStack stack) override;
  void woken(TaskId task, TaskId by) override;
  void cancel_requested(TaskId task, TaskId by, std::string_view message) override;
  void done(TaskId task, Outcome outcome, const std::exception_ptr& error) override;
  void used(TaskId task, const ResourceUse& use) override;
  void timer(const void* timer, TimerAct act, TimePoint when) override;

 protected:
  /// Bounds what one message or name may take.
  static constexpr std::size_t longest_text = 4096;
  static constexpr std::size_t padded(std::size_t size) noexcept { return (size + 7) / 8 * 8; }

  /// Keeps a record and, of a string's, the text, which takes padded(text.size()).
  virtual void write(const Record& record, std::string_view text) = 0;
  /// Before a record whose texts and frames are not sent yet.
  virtual void begin_record() {}
  /// By the clock of the loop that runs, since the first event; while none runs, time stands still.
  virtual double now_ms();
  /// Sends texts and frames anew from here on: whoever reads from here knows none of those that were sent before.
  void begin_anew() noexcept;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  /// Ids by texts; by the bytes of frames, too: one kind of table is enough for every program to carry.
  using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  /// Forgets all of a table that has grown too large. \returns whether there was memory for one more
  static bool remember(Ids& ids, std::string_view key, std::uint32_t id) noexcept;
  void put(Record record, std::string_view text = {});
  std::uint32_t text_id(std::string_view text) noexcept;
  /// The innermost coroutine of the program's own; 0 if all are the library's.
  std::uint32_t stack_id(CallStack stack) noexcept;
  /// Of a plain call: it stands within the caller's innermost coroutine, past its latest co_await.
  std::uint32_t call_id(const std::source_location& where, CallStack caller) noexcept;
  std::uint32_t frame_id(std::uint32_t caller, const std::source_location& where) noexcept;

  Ids texts_;
  Ids frames_;
  std::uint32_t latest_text_ = 0;
  std::uint32_t latest_frame_ = 0;
  std::optional<TimePoint> origin_;
  double latest_ms_ = 0;
};

}  // namespace asyncio::detail
