#include "asyncio/log.hpp"

#include <cstdio>
#include <memory>
#include <mutex>

namespace asyncio {
namespace {

void write_to_stderr(LogLevel, std::string_view text) {
  // What the program printed before must not appear after.
  std::fflush(stdout);
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

/// The handler, and who may look at it. Never destroyed: threads may log when the program ends.
struct Current {
  std::mutex mutex;
  std::shared_ptr<const LogHandler> handler = std::make_shared<const LogHandler>(write_to_stderr);

  static Current& get() {
    static auto& current = *new Current();
    return current;
  }
};

std::shared_ptr<const LogHandler> current_handler() {
  Current& current = Current::get();
  const std::lock_guard lock(current.mutex);
  return current.handler;
}

}  // namespace

LogHandler set_log_handler(LogHandler handler) {
  auto next = std::make_shared<const LogHandler>(handler ? std::move(handler) : LogHandler(write_to_stderr));
  Current& current = Current::get();
  {
    const std::lock_guard lock(current.mutex);
    next.swap(current.handler);
  }
  return *next;
}

void detail::log(LogLevel level, std::string_view text) noexcept {
  try {
    const auto handler = current_handler();
    (*handler)(level, text);
  } catch (...) {
    // It has no memory, perhaps.
    write_to_stderr(level, text);
  }
}

}  // namespace asyncio
