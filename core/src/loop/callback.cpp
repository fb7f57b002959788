#include "asyncio/detail/loop/callback.hpp"

#include <typeinfo>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/handle.hpp"
#include "base/small.hpp"
#include "loop/repr_of_time.hpp"

namespace asyncio::detail {

void HandleCore::hold() noexcept {
  held_ = true;
  retain();
}

void HandleCore::cancel() noexcept {
  cancelled_ = true;
  if (remote_) cancel_elsewhere();
  disarm();
  let_go();
}

namespace {

/// The F of HandleOf<F>, or of what derives from it: it tells where the callback comes from.
std::string callback_type(const HandleCore& handle) {
  std::string type = type_name(typeid(handle));
  const auto begin = type.find('<');
  if (begin == std::string::npos || !type.ends_with('>')) return type;
  return type.substr(begin + 1, type.size() - begin - 2);
}

}  // namespace

std::string HandleCore::repr() const {
  return (cancelled_ ? "<Handle cancelled " : "<Handle ") + callback_type(*this) + '>';
}

ASYNCIO_SMALL std::string HandleCore::repr_of_timer() const {
  return (cancelled_ ? "<TimerHandle cancelled when=" : "<TimerHandle when=") + repr_of(when()) + ' ' +
         callback_type(*this) + '>';
}

void HandleCore::let_go() noexcept {
  if (!held_) return;
  held_ = false;
  release();
}

void HandleCore::run() {
  Ref<HandleCore> self(this);
  const Ref<LoopCore> loop(this_thread().loop);
  let_go();
  try {
    ContextHolder::Scope scope(context_);
    invoke();
  } catch (...) {
    loop->report_callback_error(Handle(self), nullptr);
  }
}

}  // namespace asyncio::detail
