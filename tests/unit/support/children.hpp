#pragma once

/// \file
/// Child processes of the tests.

#include <asyncio/asyncio.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

/// Whichever way a child's end is noticed.
class Watcher {
 public:
  explicit Watcher(const char* kind) { ::setenv("ASYNCIO_CHILD_WATCHER", kind, 1); }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  ~Watcher() { ::unsetenv("ASYNCIO_CHILD_WATCHER"); }
};

inline asyncio::Coro<std::string> output_of(std::string command) {
  auto process = co_await asyncio::create_subprocess_shell(std::move(command), {.stdout_ = asyncio::subprocess::PIPE});
  auto [out, err] = co_await process.communicate();
  co_return out;
}

/// As /proc says it of a child: what this process ignores, but SIGPIPE, which the loop alone ignores. nohup and shells
/// make their children ignore some.
inline std::string ignored_by_children() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line) && !line.starts_with("SigIgn:")) {
  }
  const unsigned long mask = std::stoul(line.substr(8), nullptr, 16) & ~(1UL << (SIGPIPE - 1));
  char text[32];
  std::snprintf(text, sizeof text, "SigIgn:\t%016lx\n", mask);
  return text;
}

/// Whether the system knows the process, dead or alive.
inline bool exists(int pid) { return ::kill(pid, 0) == 0 || errno != ESRCH; }

inline asyncio::Coro<void> wait_until_gone(int pid) {
  while (exists(pid)) co_await asyncio::sleep(std::chrono::milliseconds(1));
}
