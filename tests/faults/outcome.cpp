#include "outcome.hpp"

#include <sys/wait.h>

#include <asyncio/exceptions.hpp>
#include <coroutine/traceback.hpp>
#include <fstream>
#include <stdexcept>
#include <thread>

std::string describe(const Attempt& attempt) {
  std::string text = attempt.error ? asyncio::detail::describe(attempt.error) : "no error";
  if (attempt.stuck) text += "; somebody waits for ever";
  return text.append("; log: ").append(attempt.log);
}

namespace {

/// Not how many are listed in /proc/self/task: the list leaves out a thread whose predecessor ends meanwhile.
int threads() {
  std::ifstream status("/proc/self/status");
  std::string word;
  int count = 0;
  while (status >> word)
    if (word == "Threads:" && status >> count) return count;
  throw std::runtime_error("/proc/self/status does not count the threads");
}

}  // namespace

void wait_for_the_rest() {
  while (threads() > 1) std::this_thread::yield();
  while (::waitpid(-1, nullptr, 0) > 0) {
  }
  // The thread remembers an error that has left a loop, until it runs the next.
  asyncio::detail::forget_exception();
}
