#pragma once

#include <asyncio/log.hpp>
#include <string>
#include <vector>

/// While it lives, what the library would write to standard error comes here.
class LogCapture {
 public:
  LogCapture() : previous_(asyncio::set_log_handler(keep)) { lines_.clear(); }
  LogCapture(const LogCapture&) = delete;
  LogCapture& operator=(const LogCapture&) = delete;
  ~LogCapture() { asyncio::set_log_handler(previous_); }

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  static void keep(asyncio::LogLevel, std::string_view text) { lines_.emplace_back(text); }

  inline static std::vector<std::string> lines_;
  asyncio::LogHandler previous_;
};
