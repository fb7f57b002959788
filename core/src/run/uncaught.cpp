#include "run/uncaught.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {
namespace {

std::terminate_handler handler_before = nullptr;

/// As a program does that leaves Control-C alone; but what its clean-up has printed is to be seen.
void die_of_interrupt() {
  std::cout.flush();
  std::fflush(nullptr);
  std::signal(SIGINT, SIG_DFL);
  std::raise(SIGINT);
}

[[noreturn]] void on_terminate() {
  try {
    if (const std::exception_ptr error = std::current_exception()) std::rethrow_exception(error);
  } catch (const KeyboardInterrupt&) {
    die_of_interrupt();
  } catch (const SystemExit& exit) {
    std::exit(exit.code());
  } catch (...) {
    // Not for this to decide.
  }
  if (handler_before) handler_before();
  std::abort();
}

}  // namespace

void end_well_if_uncaught() noexcept {
  [[maybe_unused]] static const bool set = [] {
    handler_before = std::set_terminate(on_terminate);
    return true;
  }();
}

}  // namespace asyncio::detail
