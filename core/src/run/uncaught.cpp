#include "run/uncaught.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "asyncio/exceptions.hpp"
#include "coroutine/format_exception.hpp"

namespace asyncio::detail {
namespace {

std::atomic<std::terminate_handler> handler_before{nullptr};

/// As a program does that leaves Control-C alone; but what its clean-up has printed is to be seen.
void die_of_interrupt() {
  std::fflush(nullptr);
  std::signal(SIGINT, SIG_DFL);
  std::raise(SIGINT);
}

[[noreturn]] void on_terminate() {
  // The one before may have been set after this one, and call it in turn.
  const std::terminate_handler before = handler_before.exchange(nullptr);
  try {
    if (const std::exception_ptr error = std::current_exception()) std::rethrow_exception(error);
  } catch (const KeyboardInterrupt&) {
    die_of_interrupt();
  } catch (const SystemExit& exit) {
    std::exit(exit.code());
  } catch (...) {
    // How the program ends is not for this to decide, only to say where the error came from.
    print_uncaught(std::current_exception());
  }
  if (before) before();
  std::abort();
}

}  // namespace

void end_well_if_uncaught() noexcept {
  if (std::get_terminate() != on_terminate) handler_before = std::set_terminate(on_terminate);
}

}  // namespace asyncio::detail
