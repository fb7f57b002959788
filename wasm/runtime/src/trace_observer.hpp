#pragma once

/// \file
/// Records what the tasks do for the page's timeline; the records are laid out in docs/host-abi.md.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "asyncio/observer.hpp"
#include "trace_records.hpp"

namespace asyncio::wasm {

/// Collects records and sends them in batches: when the buffer is full, and at each flush().
class TraceObserver final : public Observer {
 public:
  void iteration(std::uint64_t number, std::size_t ready) override;
  void created(TaskId task, std::string_view name, TaskId parent, bool eager, std::source_location where) override;
  void renamed(TaskId task, std::string_view name) override;
  void step_begin(TaskId task) override;
  void step_end(TaskId task) override;
  void suspended(TaskId task, std::string_view what, TaskId awaited, std::source_location where) override;
  void woken(TaskId task, TaskId by) override;
  void cancel_requested(TaskId task, TaskId by, std::string_view message) override;
  void done(TaskId task, Outcome outcome, const std::exception_ptr& error) override;

  /// Sends what was collected.
  void flush();

 private:
  /// The string's id; one that was not sent yet is sent before the record that names it.
  std::uint32_t intern(std::string_view text);
  void add(Record record);
  void append(const void* bytes, std::size_t size);

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> strings_;
  alignas(8) std::array<std::byte, 64 * 1024> buffer_;
  std::size_t used_ = 0;
};

/// The one observer of the program.
TraceObserver& trace_observer();

}  // namespace asyncio::wasm
