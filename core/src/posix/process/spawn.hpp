#pragma once

/// \file
/// Starts programs. Source: Popen in Lib/subprocess.py, Modules/_posixsubprocess.c.

#include <sys/types.h>

#include <array>

#include "asyncio/detail/process/subprocess_setup.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {

/// A program that runs. Ended and reaped if nobody takes it over.
class Child {
 public:
  Child(pid_t pid, std::array<Descriptor, 3> ends) noexcept : pipes(std::move(ends)), pid_(pid) {}
  Child(Child&& other) noexcept : pipes(std::move(other.pipes)), pid_(other.take_over()) {}
  Child& operator=(Child&&) = delete;
  ~Child();

  pid_t pid() const noexcept { return pid_; }
  /// From now on it is for another to reap it.
  pid_t take_over() noexcept { return std::exchange(pid_, no_process); }

  /// This program's ends of the pipes that were asked for.
  std::array<Descriptor, 3> pipes;

 private:
  static constexpr pid_t no_process = -1;
  pid_t pid_;
};

/// \throws OSError that names the program or the working directory;
/// std::invalid_argument
Child spawn(const detail::SubprocessSetup& setup);

}  // namespace asyncio::native
