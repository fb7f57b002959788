#pragma once

/// \file
/// What a run writes.

#include <sstream>

namespace asyncio::detail {

/// What goes to std::cout and std::cerr while it lives comes here instead.
class Captured {
 public:
  Captured();
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;
  ~Captured();

  std::ostringstream& text() noexcept { return text_; }
  /// The one of this thread's latest run, or null.
  static Captured* innermost() noexcept;

 private:
  std::ostringstream text_;
  std::streambuf* out_;
  std::streambuf* err_;
  Captured* outer_;
};

}  // namespace asyncio::detail
