#pragma once

#include <deque>
#include <vector>

#include "posix/net/posix_network.hpp"

namespace asyncio::native {

/// How a connection is made, and what has become of it. Shared by the attempts.
struct ConnectPlan : detail::RefCounted {
  using Errors = std::vector<std::exception_ptr>;

  std::vector<Address> addresses;
  /// Where to connect from; none: anywhere.
  std::vector<Address> local;
  int proto = 0;
  /// Of each attempt, in the order in which they began. No attempt moves those of another.
  std::deque<Errors> errors;
  /// The socket of the first attempt that succeeds.
  Descriptor connected;

  std::vector<std::exception_ptr> all_errors() const;
};

/// One attempt. \throws OSError
Coro<void> try_address(detail::Ref<ConnectPlan> plan, std::size_t index);

}  // namespace asyncio::native
