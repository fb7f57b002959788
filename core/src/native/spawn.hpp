#pragma once

/// \file
/// Starts programs. Source: Popen in Lib/subprocess.py, Modules/_posixsubprocess.c.

#include <sys/types.h>

#include <array>

#include "asyncio/detail/subprocess_setup.hpp"
#include "descriptor.hpp"

namespace asyncio::native {

struct Child {
  pid_t pid;
  /// This program's ends of the pipes that were asked for.
  std::array<Descriptor, 3> pipes;
};

/// \throws OSError that names the program or the working directory;
/// std::invalid_argument
Child spawn(const detail::SubprocessSetup& setup);

}  // namespace asyncio::native
