/// \file
/// Where JavaScript enters the program: asyncio_configure() and asyncio_main().

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "asyncio/exceptions.hpp"
#include "browser_host.hpp"
#include "describe_exception.hpp"
#include "imports.hpp"
#include "thrown.hpp"
#include "trace_observer.hpp"

/// Clang gives `int main()` this name as well; libc has one that calls `int main(int, char**)`.
extern "C" int __main_void();

namespace asyncio::wasm {
namespace {

void report(const std::exception_ptr& error) {
  const ExceptionText text = describe_exception(error);
  try {
    std::rethrow_exception(error);
  } catch (const DeadlockError&) {
    imports::report(imports::Ending::deadlock, {}, text.what);
  } catch (...) {
    imports::report(imports::Ending::exception, text.type, text.what);
  }
}

void flush() {
  std::fflush(nullptr);
  if (configuration.trace) trace_observer().flush();
}

/// An exception that can go no further: out of a noexcept function or a destructor, or thrown while another one
/// unwinds.
[[noreturn]] void terminate() {
  const std::exception_ptr error = std::current_exception();
  if (error || std::uncaught_exceptions() > 0) report(error ? error : latest_thrown());
  flush();
  std::abort();
}

int call_main() {
  try {
    return __main_void();
  } catch (...) {
    report(std::current_exception());
    return EXIT_FAILURE;
  }
}

}  // namespace
}  // namespace asyncio::wasm

extern "C" {

__attribute__((export_name("asyncio_configure"))) void asyncio_configure(int trace, int virtual_clock) {
  asyncio::wasm::configuration = {.trace = trace != 0, .virtual_clock = virtual_clock != 0};
}

__attribute__((export_name("asyncio_main"))) int asyncio_main() {
  // There is no terminal, so libc would show nothing before its buffer is full.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  std::set_terminate(asyncio::wasm::terminate);
  const int code = asyncio::wasm::call_main();
  asyncio::wasm::flush();
  // Runs the destructors of global objects, as a return from main does.
  std::exit(code);
}
}
