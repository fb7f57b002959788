#pragma once

#include <string>

#include "asyncio/detail/task/waiter.hpp"

namespace asyncio::detail {

inline std::size_t count(const List<Waiter>& waiters) noexcept {
  std::size_t number = 0;
  for (const Waiter* waiter = waiters.front(); waiter; waiter = waiters.after(*waiter)) ++number;
  return number;
}

/// `<Lock [locked, waiters:2]>`: as Python's, without the address.
inline std::string repr_of(const char* name, std::string state, const List<Waiter>& waiters) {
  if (!waiters.empty()) state += ", waiters:" + std::to_string(count(waiters));
  return std::string("<") + name + " [" + state + "]>";
}

}  // namespace asyncio::detail
