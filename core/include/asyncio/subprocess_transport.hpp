#pragma once

/// \file
/// Child processes by callbacks: what lies under subprocess.hpp. Source: Lib/asyncio/base_subprocess.py, transports.py,
/// protocols.py.

#include "asyncio/detail/process/subprocess_setup.hpp"
#include "asyncio/detail/stream/connected.hpp"
#include "asyncio/transport.hpp"

namespace asyncio {

/// A child process and its pipes. It lives until the process has ended and its pipes are closed; a loop that is closed
/// before kills the process.
class SubprocessTransport : public virtual BaseTransport {
 public:
  /// Closes the pipes, and kills the process if it still runs. \see BaseTransport::close
  void close() override = 0;

  virtual int get_pid() const = 0;
  /// None while it runs; -N if signal N has ended it.
  virtual std::optional<int> get_returncode() const = 0;
  /// The pipe that leads to the child's descriptor 0 (a WriteTransport), 1 or 2 (ReadTransports); null if there is
  /// none.
  virtual BaseTransport* get_pipe_transport(int fd) const = 0;

  /// Nothing if the process has ended just now. \throws ProcessLookupError once its end has been told
  virtual void send_signal(int signal) = 0;
  /// Asks it to end: SIGTERM.
  virtual void terminate() = 0;
  /// Ends it: SIGKILL.
  virtual void kill() = 0;

  /// Suspends until the process has ended and its pipes are closed. Cancelling it leaves the process alone.
  /// \returns get_returncode()
  virtual Coro<int> wait() = 0;
};

/// The protocol of a child process.
class SubprocessProtocol : public BaseProtocol {
 public:
  /// Once, first of all.
  virtual void connection_made(SubprocessTransport&) {}
  /// \param fd 1 or 2
  virtual void pipe_data_received(int fd, std::string_view data) {
    (void)fd;
    (void)data;
  }
  /// \param error null after a regular end
  virtual void pipe_connection_lost(int fd, std::exception_ptr error) {
    (void)fd;
    (void)error;
  }
  /// The process has ended; its pipes may still have data.
  virtual void process_exited() {}
};

namespace detail {

Coro<Ref<SubprocessTransport>> open_subprocess(Ref<SubprocessProtocol> protocol, SubprocessSetup setup);

template <class F>
Coro<Connected<SubprocessTransport, F>> connect_subprocess(F factory, std::vector<std::string> args, bool shell,
                                                           const SubprocessOptions& options) {
  return connect_protocol<SubprocessTransport>(std::move(factory), open_subprocess,
                                               SubprocessSetup(std::move(args), shell, options));
}

}  // namespace detail

}  // namespace asyncio
