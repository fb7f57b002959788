#pragma once

/// \file
/// Where a server listens.

#include <concepts>
#include <string>
#include <utility>
#include <vector>

namespace asyncio {

/// The names or numeric addresses of a server, for start_server() and create_server(): `"localhost"`, or
/// `{"127.0.0.1", "::1"}`, or a vector. None, or an empty one: all addresses of this machine.
class Hosts {
 public:
  Hosts() = default;
  Hosts(std::vector<std::string> all) : all_(std::move(all)) {}
  // No std::initializer_list, which g++ 12 cannot keep in a coroutine.
  template <std::convertible_to<std::string>... S>
    requires(sizeof...(S) > 0)
  Hosts(const S&... one) {
    all_.reserve(sizeof...(S));
    (all_.emplace_back(one), ...);
  }
  std::vector<std::string> take() && { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace asyncio
