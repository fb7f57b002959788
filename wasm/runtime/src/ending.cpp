#include "ending.hpp"

#include <cstdio>
#include <new>

#include "asyncio/exceptions.hpp"
#include "browser_host.hpp"
#include "coroutine/format_exception.hpp"
#include "describe_exception.hpp"
#include "imports.hpp"
#include "trace_observer.hpp"

namespace asyncio::wasm {
namespace {

[[noreturn]] void end(imports::Ending ending, std::string_view what) noexcept {
  imports::report(ending, {}, what);
  flush();
  __builtin_trap();
}

}  // namespace

void flush() {
  std::fflush(nullptr);
  if (configuration.trace) trace_observer().flush();
}

void report(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::bad_alloc&) {
    imports::report(imports::Ending::memory, {}, {});
  } catch (const DeadlockError& deadlock) {
    imports::report(imports::Ending::deadlock, {}, deadlock.what());
  } catch (...) {
    detail::print_uncaught(error);
    const ExceptionText text = describe_exception(error);
    imports::report(imports::Ending::exception, text.type, text.what);
  }
}

void end_by_misuse(std::string_view what) noexcept { end(imports::Ending::misuse, what); }

void end_without_memory(std::string_view what) noexcept { end(imports::Ending::memory, what); }

}  // namespace asyncio::wasm
