#pragma once

/// \file
/// What the records of an event log hold: docs/event-log.md. wasm/api/trace-records.ts says it for all rooms; a test
/// holds this to it.

#include <array>
#include <cstdint>

namespace asyncio::detail {

enum class RecordKind : std::uint8_t {
  string = 1,
  iteration,
  created,
  step_begin,
  step_end,
  suspended,
  woken,
  cancel_requested,
  done,
  renamed,
  frame,
  dropped,
  used,
  timer
};

/// What one of a record's values is: a number, a task's id, or the id of a string or a frame that was defined before.
enum class RecordValue : std::uint8_t { none, number, task, string, frame };

struct Record {
  RecordKind kind;
  std::uint8_t detail = 0;
  /// A frame's column, a resource's kind.
  std::uint16_t small = 0;
  /// Of which task, or frame.
  std::uint32_t subject = 0;
  double time_ms = 0;
  std::array<std::uint32_t, 4> values{};
};
static_assert(sizeof(Record) == 32);

/// How a file begins.
struct LogHeader {
  std::array<char, 8> magic{'A', 'S', 'Y', 'N', 'C', 'L', 'O', 'G'};
  std::uint32_t version = 1;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(LogHeader) == 16);

/// What the values of a record are.
constexpr std::array<RecordValue, 4> values_of(RecordKind kind) {
  using enum RecordValue;
  // A table has like rows. NOLINTBEGIN(bugprone-branch-clone)
  switch (kind) {
    case RecordKind::string:
      return {number, number};
    case RecordKind::iteration:
      return {number, number};
    case RecordKind::created:
      return {string, task, string, frame};
    case RecordKind::step_begin:
      return {};
    case RecordKind::step_end:
      return {};
    case RecordKind::suspended:
      return {string, task, frame};
    case RecordKind::woken:
      return {task};
    case RecordKind::cancel_requested:
      return {task, string};
    case RecordKind::done:
      return {string, string};
    case RecordKind::renamed:
      return {string};
    case RecordKind::frame:
      return {frame, string, string, number};
    case RecordKind::dropped:
      return {number};
    case RecordKind::used:
      return {number, number, frame};
    case RecordKind::timer:
      return {number, number, number};
  }
  // NOLINTEND(bugprone-branch-clone)
  return {};
}

}  // namespace asyncio::detail
