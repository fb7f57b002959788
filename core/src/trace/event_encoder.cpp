#include "trace/event_encoder.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>

#include "asyncio/detail/coroutine/call.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"
#include "base/small.hpp"

namespace asyncio::detail {
namespace {

/// A stack that is deeper is cut on the outside.
constexpr std::size_t deepest_stack = 64;
/// So many ids are remembered of each kind, for a program that gives each task its own name.
constexpr std::size_t most_ids = 65'536;

/// A coroutine that stands at a place, called by another that is known already. Both names are addresses of literals.
struct Frame {
  std::uint32_t caller;
  std::uint32_t line;
  std::uint32_t column;
  std::uint32_t unused = 0;
  const char* file;
  const char* function;
};
static_assert(std::has_unique_object_representations_v<Frame>);

std::uint32_t low_bits(std::uint64_t number) noexcept { return static_cast<std::uint32_t>(number); }

/// Of what is aligned like a pointer: two within 32 GiB of each other have different ones.
std::uint32_t address_id(const void* address) noexcept {
  return low_bits(reinterpret_cast<std::uintptr_t>(address) / alignof(void*));
}

}  // namespace

void EventEncoder::iteration(std::uint64_t number, std::size_t ready) {
  begin_record();
  put({.kind = RecordKind::iteration, .values = {low_bits(number), low_bits(ready)}});
}

void EventEncoder::created(TaskId task, const TaskCreation& how) {
  put({.kind = RecordKind::created,
       .detail = static_cast<std::uint8_t>(how.eager),
       .subject = task,
       .values = {text_id(how.name), how.parent, text_id(how.coroutine), call_id(how.where, how.creator)}});
}

void EventEncoder::renamed(TaskId task, std::string_view name) {
  put({.kind = RecordKind::renamed, .subject = task, .values = {text_id(name)}});
}

void EventEncoder::step_begin(TaskId task) {
  begin_record();
  put({.kind = RecordKind::step_begin, .subject = task});
}

void EventEncoder::step_end(TaskId task) { put({.kind = RecordKind::step_end, .subject = task}); }

void EventEncoder::suspended(TaskId task, std::string_view what, TaskId awaited, CallStack stack) {
  put({.kind = RecordKind::suspended, .subject = task, .values = {text_id(what), awaited, stack_id(stack)}});
}

void EventEncoder::woken(TaskId task, TaskId by) { put({.kind = RecordKind::woken, .subject = task, .values = {by}}); }

void EventEncoder::cancel_requested(TaskId task, TaskId by, std::string_view message) {
  put({.kind = RecordKind::cancel_requested, .subject = task, .values = {by, text_id(message)}});
}

void EventEncoder::done(TaskId task, Outcome outcome, const std::exception_ptr& error) {
  std::array<std::uint32_t, 4> values{};
  if (error) {
    try {
      values = {text_id(type_name(error)), text_id(what(error))};
    } catch (...) {
      // No memory for the words: that it failed is what counts.
    }
  }
  put({.kind = RecordKind::done, .detail = static_cast<std::uint8_t>(outcome), .subject = task, .values = values});
}

ASYNCIO_SMALL void EventEncoder::used(TaskId task, const ResourceUse& use) {
  const std::uint32_t id = address_id(use.resource);
  const std::uint32_t of = use.whole ? address_id(use.whole) : low_bits(use.level);
  put({.kind = RecordKind::used,
       .detail = static_cast<std::uint8_t>(use.act),
       .small = static_cast<std::uint16_t>(use.kind),
       .subject = task,
       .values = {id, of, use.where.line() ? call_id(use.where, use.stack) : stack_id(use.stack)}});
}

ASYNCIO_SMALL void EventEncoder::timer(const void* timer, TimerAct act, TimePoint when) {
  const LoopCore* loop = running_here();
  const Duration delay = loop ? std::max(when - loop->time(), Duration::zero()) : Duration::zero();
  const auto ns = static_cast<std::uint64_t>(delay.count());
  constexpr std::uint64_t second = 1'000'000'000;
  put({.kind = RecordKind::timer,
       .detail = static_cast<std::uint8_t>(act),
       .values = {address_id(timer), low_bits(ns / second), low_bits(ns % second)}});
}

void EventEncoder::begin_anew() noexcept {
  texts_.clear();
  frames_.clear();
}

double EventEncoder::now_ms() {
  if (const LoopCore* loop = running_here()) {
    const TimePoint now = loop->time();
    if (!origin_) origin_ = now;
    latest_ms_ = std::chrono::duration<double, std::milli>(now - *origin_).count();
  }
  return latest_ms_;
}

void EventEncoder::put(Record record, std::string_view text) {
  record.time_ms = now_ms();
  write(record, text);
}

bool EventEncoder::remember(Ids& ids, std::string_view key, std::uint32_t id) noexcept {
  try {
    if (ids.size() >= most_ids) ids.clear();
    ids.emplace(key, id);
    return true;
  } catch (...) {
    return false;
  }
}

std::uint32_t EventEncoder::text_id(std::string_view text) noexcept {
  if (text.empty()) return 0;
  text = text.substr(0, longest_text);
  if (const auto found = texts_.find(text); found != texts_.end()) return found->second;
  if (!remember(texts_, text, latest_text_ + 1)) return 0;
  put({.kind = RecordKind::string, .values = {++latest_text_, low_bits(text.size())}}, text);
  return latest_text_;
}

std::uint32_t EventEncoder::stack_id(CallStack stack) noexcept {
  std::array<const std::source_location*, deepest_stack> places;
  std::size_t depth = 0;
  for (const std::source_location& where : stack) {
    places[depth++] = &where;
    if (depth == places.size()) break;
  }
  std::uint32_t frame = 0;
  while (depth > 0) frame = frame_id(frame, *places[--depth]);
  return frame;
}

std::uint32_t EventEncoder::call_id(const std::source_location& where, CallStack caller) noexcept {
  CallStack::Iterator innermost = caller.begin();
  if (innermost == caller.end()) return frame_id(0, where);
  const std::string_view function = (*innermost).function_name();
  const bool within = function == where.function_name();
  return frame_id(stack_id(within ? CallStack(++innermost) : caller), where);
}

std::uint32_t EventEncoder::frame_id(std::uint32_t caller, const std::source_location& where) noexcept {
  const Frame frame{.caller = caller,
                    .line = where.line(),
                    .column = where.column(),
                    .file = where.file_name(),
                    .function = where.function_name()};
  const std::string_view key(reinterpret_cast<const char*>(&frame), sizeof(frame));
  if (const auto found = frames_.find(key); found != frames_.end()) return found->second;
  // The library's own tell people nothing.
  const bool hidden = where.line() == 0 || is_library_file(where);
  if (!remember(frames_, key, hidden ? caller : latest_frame_ + 1) || hidden) return caller;
  const std::uint32_t id = ++latest_frame_;
  const std::uint32_t function = text_id(function_name(where));
  constexpr std::uint32_t most_columns = std::numeric_limits<std::uint16_t>::max();
  put({.kind = RecordKind::frame,
       .small = static_cast<std::uint16_t>(std::min(where.column(), most_columns)),
       .subject = id,
       .values = {caller, function, text_id(where.file_name()), where.line()}});
  return id;
}

}  // namespace asyncio::detail
