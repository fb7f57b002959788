#pragma once

#include "asyncio/detail/base/list.hpp"

namespace asyncio::detail {

/// Something that keeps itself alive until what it waits for has come: the loop ends that when it closes.
class SelfOwned : public ListNode {
 public:
  virtual void abandon() noexcept = 0;

 protected:
  ~SelfOwned() = default;
};

}  // namespace asyncio::detail
