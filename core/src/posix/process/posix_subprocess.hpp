#pragma once

/// \file
/// Source: BaseSubprocessTransport in Lib/asyncio/base_subprocess.py.

#include <array>

#include "asyncio/detail/task/waiter.hpp"
#include "asyncio/subprocess_transport.hpp"
#include "posix/process/child_watcher.hpp"
#include "posix/process/spawn.hpp"
#include "stream/transport_life.hpp"

namespace asyncio::native {

class PosixSubprocess final : public SubprocessTransport, private detail::TransportLife {
 public:
  PosixSubprocess(detail::LoopCore& loop, Ref<SubprocessProtocol> protocol, Child child);
  ~PosixSubprocess() override;

  /// Connects the pipes, calls connection_made() and what has come meanwhile. \param done tells of it
  static Coro<void> connect_pipes(Ref<PosixSubprocess> self, Future<void> done);
  /// It could not begin: ends the child, and calls nobody.
  void break_off() noexcept;

  int get_pid() const override { return pid_; }
  std::optional<int> get_returncode() const override { return returncode_; }
  BaseTransport* get_pipe_transport(int fd) const override;
  void send_signal(int signal) override;
  void terminate() override;
  void kill() override;
  Coro<int> wait() override;
  void close() override;
  bool is_closing() const override { return closed_; }
  ExtraInfo get_extra_info(std::string_view) const override { return {}; }
  void abandon() noexcept override;

  // What the pipes' protocols tell.

  void pipe_data_received(int fd, std::string_view data);
  void pipe_connection_lost(int fd, std::exception_ptr error);
  SubprocessProtocol* protocol() const noexcept { return protocol_.get(); }

 protected:
  void replace_protocol(Ref<BaseProtocol> protocol) override;
  Ref<BaseProtocol> current_protocol() const override { return protocol_; }

 private:
  using Event = detail::MemberEvent<PosixSubprocess>;
  struct Pipe {
    /// This program's end, until it is connected.
    Descriptor unconnected;
    bool wanted = false;
    bool lost = false;
    Ref<BaseTransport> transport;
    /// What it was lost by.
    std::exception_ptr error;
  };
  static Coro<void> open_pipes(Ref<PosixSubprocess> self);
  static Coro<int> wait_for_end(Ref<PosixSubprocess> self);
  Pipe& pipe(int fd) noexcept { return pipes_[static_cast<std::size_t>(fd)]; }
  void tell_protocol();
  void tell(Event& event) noexcept;
  void process_ended();
  void try_to_finish();
  void lose(std::exception_ptr) override { break_off(); }
  void connection_lost(std::exception_ptr error) override;
  void wake_up() noexcept;

  // The events.

  void tell_made();
  void tell_exited();
  template <int fd>
  void tell_lost();

  Ref<SubprocessProtocol> protocol_;
  pid_t pid_;
  std::array<Pipe, 3> pipes_;
  std::unique_ptr<ChildWatcher> watcher_;
  std::optional<int> returncode_;
  detail::List<detail::Waiter> exit_waiters_;
  Event ended_{*this, *this, &PosixSubprocess::process_ended};
  Event made_{*this, *this, &PosixSubprocess::tell_made};
  Event exited_{*this, *this, &PosixSubprocess::tell_exited};
  std::array<Event, 3> lost_{{{*this, *this, &PosixSubprocess::tell_lost<0>},
                              {*this, *this, &PosixSubprocess::tell_lost<1>},
                              {*this, *this, &PosixSubprocess::tell_lost<2>}}};
  /// What the protocol is told once the pipes are connected.
  detail::CallbackList pending_;
  /// What the watcher has said.
  int status_ = 0;
  bool told_ = false;
  /// All pipes are lost and the child has ended.
  bool finished_ = false;
  bool pipes_connected_ = false;
  bool closed_ = false;
};

}  // namespace asyncio::native
