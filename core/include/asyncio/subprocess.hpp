#pragma once

/// \file
/// `create_subprocess_exec`, `create_subprocess_shell` and `subprocess::Process`. Source: Lib/asyncio/subprocess.py.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "asyncio/coro.hpp"
#include "asyncio/ref.hpp"
#include "asyncio/stream_reader.hpp"
#include "asyncio/stream_writer.hpp"
#include "asyncio/subprocess_options.hpp"

namespace asyncio {

namespace detail {
class SubprocessStreamProtocol;
}

class SubprocessTransport;

namespace subprocess {

/// A child process. A handle: copies name the same process, which runs on if all of them go, until it ends or its loop
/// is closed, which kills it.
class Process {
 public:
  Process(Ref<SubprocessTransport> transport, Ref<detail::SubprocessStreamProtocol> protocol);
  Process(const Process&) noexcept;
  Process(Process&&) noexcept;
  Process& operator=(Process) noexcept;
  ~Process();

  int pid() const noexcept { return pid_; }
  /// None while it runs; -N if signal N has ended it; 255 if somebody else has asked the system for it.
  std::optional<int> returncode() const;

  /// The pipe to its standard input. \throws std::logic_error unless it was made with `.stdin_ = PIPE`
  StreamWriter& stdin_() const;
  /// The pipe from its standard output. \throws std::logic_error unless it was made with `.stdout_ = PIPE`
  StreamReader& stdout_() const;
  /// The pipe from its standard error. \throws std::logic_error unless it was made with `.stderr_ = PIPE`
  StreamReader& stderr_() const;

  /// Suspends until the process has ended and its pipes are closed. A child that writes more than its pipe holds does
  /// not end before somebody reads: communicate() does. Cancelling it leaves the process alone. \returns returncode()
  Coro<int> wait();

  /// Writes `input` to its standard input and closes it, reads its standard output and error to their ends, and waits.
  /// A child that does not read all of it is no error. Cancelling it leaves the process alone, with its input closed or
  /// not. \returns standard output and error; empty if they are not pipes
  Coro<std::pair<std::string, std::string>> communicate(std::string input = {});

  /// Nothing if the process has ended just now. \throws ProcessLookupError once its end has been told
  void send_signal(int signal) const;
  /// Asks it to end: SIGTERM.
  void terminate() const;
  /// Ends it: SIGKILL.
  void kill() const;

 private:
  Ref<SubprocessTransport> transport_;
  Ref<detail::SubprocessStreamProtocol> protocol_;
  int pid_;
};

}  // namespace subprocess

/// Starts a program; looks for it in PATH unless its name has a slash. Suspends until its pipes are connected; if that
/// is cancelled the process is killed. It ignores SIGPIPE from then on in this program, where that has its default
/// action, as Python does. \throws OSError: FileNotFoundError for a program (or working directory) that is not there;
/// NotSupportedError in a browser
Coro<subprocess::Process> create_subprocess_exec(std::string program, subprocess::Arguments args = {},
                                                 SubprocessOptions options = {});
/// The same for a command of /bin/sh. What a shell takes for more than text must be quoted by the caller.
Coro<subprocess::Process> create_subprocess_shell(std::string command, SubprocessOptions options = {});

}  // namespace asyncio
