#include "trace_observer.hpp"

#include <algorithm>
#include <cstring>

#include "browser_host.hpp"
#include "describe_exception.hpp"
#include "imports.hpp"

namespace asyncio::wasm {
namespace {

/// Bounds what one message or name may take of the trace.
constexpr std::size_t longest_string = 4096;

}  // namespace

TraceObserver& trace_observer() {
  static TraceObserver observer;
  return observer;
}

void TraceObserver::iteration(std::uint64_t number, std::size_t ready) {
  add({.kind = RecordKind::iteration,
       .values = {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(ready)}});
}

void TraceObserver::created(TaskId task, std::string_view name, TaskId parent, bool eager, std::source_location where) {
  add({.kind = RecordKind::created,
       .detail = static_cast<std::uint8_t>(eager),
       .task = task,
       .values = {intern(name), parent, intern(where.file_name()), where.line()}});
}

void TraceObserver::renamed(TaskId task, std::string_view name) {
  add({.kind = RecordKind::renamed, .task = task, .values = {intern(name)}});
}

void TraceObserver::step_begin(TaskId task) { add({.kind = RecordKind::step_begin, .task = task}); }

void TraceObserver::step_end(TaskId task) { add({.kind = RecordKind::step_end, .task = task}); }

void TraceObserver::suspended(TaskId task, std::string_view what, TaskId awaited, std::source_location where) {
  add({.kind = RecordKind::suspended,
       .task = task,
       .values = {intern(what), awaited, intern(where.file_name()), where.line()}});
}

void TraceObserver::woken(TaskId task, TaskId by) { add({.kind = RecordKind::woken, .task = task, .values = {by}}); }

void TraceObserver::cancel_requested(TaskId task, TaskId by, std::string_view message) {
  add({.kind = RecordKind::cancel_requested, .task = task, .values = {by, intern(message)}});
}

void TraceObserver::done(TaskId task, Outcome outcome, const std::exception_ptr& error) {
  const ExceptionText text = error ? describe_exception(error) : ExceptionText{};
  add({.kind = RecordKind::done,
       .detail = static_cast<std::uint8_t>(outcome),
       .task = task,
       .values = {intern(text.type), intern(text.what)}});
}

void TraceObserver::flush() {
  if (used_ == 0) return;
  imports::trace(buffer_.data(), used_);
  used_ = 0;
}

std::uint32_t TraceObserver::intern(std::string_view text) {
  if (text.empty()) return 0;
  text = text.substr(0, longest_string);
  if (const auto found = strings_.find(text); found != strings_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(strings_.size() + 1);
  strings_.emplace(text, id);
  const std::size_t padded = (text.size() + 7) / 8 * 8;
  // A record and its string go in one batch.
  if (used_ + sizeof(Record) + padded > buffer_.size()) flush();
  add({.kind = RecordKind::string, .values = {id, static_cast<std::uint32_t>(text.size())}});
  append(text.data(), text.size());
  used_ += padded - text.size();
  return id;
}

void TraceObserver::add(Record record) {
  record.time_ms = time_ms();
  if (used_ + sizeof(Record) > buffer_.size()) flush();
  append(&record, sizeof(Record));
}

void TraceObserver::append(const void* bytes, std::size_t size) {
  std::memcpy(buffer_.data() + used_, bytes, size);
  used_ += size;
}

}  // namespace asyncio::wasm
