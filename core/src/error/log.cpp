#include "asyncio/log.hpp"

#include <atomic>
#include <cstdio>

namespace asyncio {
namespace {

void write_to_stderr(LogLevel, std::string_view text) {
  // What the program printed before must not appear after.
  std::fflush(stdout);
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

std::atomic<LogHandler> current_handler{write_to_stderr};

}  // namespace

LogHandler set_log_handler(LogHandler handler) noexcept {
  return current_handler.exchange(handler ? handler : write_to_stderr);
}

void detail::log(LogLevel level, std::string_view text) noexcept {
  try {
    current_handler.load()(level, text);
  } catch (...) {
    // It has no memory, perhaps.
    write_to_stderr(level, text);
  }
}

}  // namespace asyncio
