/// \file
/// Where JavaScript enters the program: _initialize(), asyncio_configure() and asyncio_main().

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "browser_host.hpp"
#include "ending.hpp"
#include "thrown.hpp"

/// Clang gives `int main()` this name as well; libc has one that calls `int main(int, char**)`.
extern "C" int __main_void();
/// The linker makes it: it constructs the global objects. `--wrap` brings _initialize() to the one below.
extern "C" void __real___wasm_call_ctors();

namespace asyncio::wasm {
namespace {

/// An exception that can go no further: out of a noexcept function or a destructor, or thrown while another one
/// unwinds.
[[noreturn]] void terminate() {
  const std::exception_ptr error = std::current_exception();
  if (error || std::uncaught_exceptions() > 0) report(error ? error : latest_thrown());
  flush();
  std::abort();
}

int call_main() {
  configuration.main_began = true;
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

void __wrap___wasm_call_ctors() {
  std::set_terminate(asyncio::wasm::terminate);
  try {
    __real___wasm_call_ctors();
  } catch (...) {
    asyncio::wasm::report(std::current_exception());
    asyncio::wasm::flush();
    std::_Exit(EXIT_FAILURE);
  }
}

__attribute__((export_name("asyncio_configure"))) void asyncio_configure(int trace, int clock) {
  asyncio::wasm::configuration.trace = trace != 0;
  asyncio::wasm::configuration.virtual_clock = clock != 0;
  asyncio::wasm::configuration.ordered = clock == 2;
}

__attribute__((export_name("asyncio_main"))) int asyncio_main() {
  // There is no terminal, so libc would show nothing before its buffer is full.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  const int code = asyncio::wasm::call_main();
  asyncio::wasm::flush();
  // Runs the destructors of global objects, as a return from main does.
  std::exit(code);
}
}
