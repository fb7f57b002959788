#include "asyncio/threads.hpp"

namespace asyncio::detail {

Context detached_context() { return Context(Ref<ContextCell>(new ContextCell(detached_copy(current_context_map())))); }

void require_threads([[maybe_unused]] const char* call) {
#ifdef __EMSCRIPTEN__
  throw NotSupportedError(std::string(call) + " is not supported: this platform has no threads");
#endif
}

}  // namespace asyncio::detail
