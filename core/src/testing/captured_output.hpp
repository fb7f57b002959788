#pragma once

/// \file
/// What a run writes.

#include <sstream>

namespace asyncio::detail {

/// What goes to std::cout and std::cerr while it lives comes here instead.
class CapturedOutput {
 public:
  CapturedOutput();
  CapturedOutput(const CapturedOutput&) = delete;
  CapturedOutput& operator=(const CapturedOutput&) = delete;
  ~CapturedOutput();

  std::ostringstream& text() noexcept { return text_; }
  /// The one of this thread's latest run, or null.
  static CapturedOutput* innermost() noexcept;

 private:
  std::ostringstream text_;
  std::streambuf* out_;
  std::streambuf* err_;
  CapturedOutput* outer_;
};

}  // namespace asyncio::detail
