#include "testing/captured.hpp"

#include <iostream>
#include <utility>

namespace asyncio::detail {
namespace {

thread_local Captured* current = nullptr;

}  // namespace

Captured::Captured()
    : out_(std::cout.rdbuf(text_.rdbuf())),
      err_(std::cerr.rdbuf(text_.rdbuf())),
      outer_(std::exchange(current, this)) {}

Captured::~Captured() {
  std::cout.rdbuf(out_);
  std::cerr.rdbuf(err_);
  current = outer_;
}

Captured* Captured::innermost() noexcept { return current; }

}  // namespace asyncio::detail
