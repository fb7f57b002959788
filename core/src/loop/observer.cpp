#include "asyncio/observer.hpp"

#include "asyncio/detail/coroutine/call.hpp"

namespace asyncio {

const std::source_location& CallStack::Iterator::operator*() const noexcept { return coroutine_->where; }

CallStack::Iterator& CallStack::Iterator::operator++() noexcept {
  coroutine_ = coroutine_->caller;
  return *this;
}

}  // namespace asyncio
