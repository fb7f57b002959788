#pragma once

/// \file
/// The event log of a program that was started with `ASYNCIO_TRACE=FILE`.

#include <sys/types.h>

#include <cstddef>
#include <memory>
#include <string>

#include "trace/event_encoder.hpp"

namespace asyncio::native {

/// Writes records into memory that the system keeps as a file: a record costs no system call, is there for whoever
/// reads along, and stays when the program crashes. Behind the latest record stand zeros, until the log ends and is cut
/// there.
class EventLogFile final : public detail::EventEncoder {
 public:
  /// The file that the environment names; the process's second loop has `FILE.2`, a forked process's `FILE.PID`. Null:
  /// none is named, or it cannot be made, which is logged.
  static std::unique_ptr<EventLogFile> from_environment() noexcept;

  EventLogFile(const EventLogFile&) = delete;
  EventLogFile& operator=(const EventLogFile&) = delete;
  ~EventLogFile() override;

 private:
  explicit EventLogFile(std::string path);

  void write(const detail::Record& record, std::string_view text) override;
  void append(const void* bytes, std::size_t size) noexcept;
  /// \returns whether there is room for so much
  bool make_room(std::size_t size);
  void map_next();
  void unmap() noexcept;
  void give_up(const char* what);

  std::string path_;
  pid_t owner_;
  int descriptor_ = -1;
  std::byte* window_ = nullptr;
  /// Where the window begins in the file, and how much of it is written.
  off_t begin_ = 0;
  std::size_t used_ = 0;
};

}  // namespace asyncio::native
