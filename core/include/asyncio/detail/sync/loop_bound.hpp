#pragma once

/// \file
/// Source: Lib/asyncio/mixins.py.

#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/coroutine/thread_state.hpp"

namespace asyncio::detail {

class LoopCore;

/// Belongs to the loop on which somebody first had to wait for it.
class LoopBound {
 public:
  LoopBound() noexcept;
  LoopBound(const LoopBound&) = delete;
  LoopBound& operator=(const LoopBound&) = delete;
  ~LoopBound();

  /// \param name for the message: "Lock". \throws std::runtime_error("… is bound to a different event loop")
  void bind(const char* name) {
    if (!loop_ || loop_.get() != this_thread().loop) [[unlikely]]
      bind_or_throw(name);
  }

 private:
  void bind_or_throw(const char* name);

  Ref<LoopCore> loop_;
};

}  // namespace asyncio::detail
