#include "testing/captured_output.hpp"

#include <iostream>
#include <utility>

namespace asyncio::detail {
namespace {

thread_local CapturedOutput* current = nullptr;

}  // namespace

CapturedOutput::CapturedOutput()
    : out_(std::cout.rdbuf(text_.rdbuf())),
      err_(std::cerr.rdbuf(text_.rdbuf())),
      outer_(std::exchange(current, this)) {}

CapturedOutput::~CapturedOutput() {
  std::cout.rdbuf(out_);
  std::cerr.rdbuf(err_);
  current = outer_;
}

CapturedOutput* CapturedOutput::innermost() noexcept { return current; }

}  // namespace asyncio::detail
