#include "posix_subprocess.hpp"

#include <signal.h>

#include <algorithm>

#include "asyncio/capture.hpp"
#include "asyncio/detail/reactor.hpp"
#include "asyncio/os_error.hpp"
#include "asyncio/pipes.hpp"

namespace asyncio::native {
namespace {

/// Source: WriteSubprocessPipeProto.
class InputProtocol final : public WritePipeProtocol {
 public:
  explicit InputProtocol(Ref<PosixSubprocess> process) : process_(std::move(process)) {}
  void connection_lost(std::exception_ptr error) override {
    if (const auto process = std::exchange(process_, {})) process->pipe_connection_lost(0, std::move(error));
  }
  void pause_writing() override {
    if (SubprocessProtocol* protocol = process_->protocol()) protocol->pause_writing();
  }
  void resume_writing() override {
    if (SubprocessProtocol* protocol = process_->protocol()) protocol->resume_writing();
  }

 private:
  Ref<PosixSubprocess> process_;
};

/// Source: ReadSubprocessPipeProto.
class OutputProtocol final : public ReadPipeProtocol {
 public:
  OutputProtocol(Ref<PosixSubprocess> process, int fd) : process_(std::move(process)), fd_(fd) {}
  void data_received(std::string_view data) override { process_->pipe_data_received(fd_, data); }
  void connection_lost(std::exception_ptr error) override {
    if (const auto process = std::exchange(process_, {})) process->pipe_connection_lost(fd_, std::move(error));
  }

 private:
  Ref<PosixSubprocess> process_;
  int fd_;
};

}  // namespace

PosixSubprocess::PosixSubprocess(detail::LoopCore& core, Ref<SubprocessProtocol> protocol, Child child)
    : TransportLife(core, *this), protocol_(std::move(protocol)), pid_(child.pid) {
  for (std::size_t i = 0; i < pipes_.size(); ++i) {
    pipes_[i].wanted = static_cast<bool>(child.pipes[i]);
    pipes_[i].unconnected = std::move(child.pipes[i]);
  }
  watcher_ = watch_child(core, pid_, [this](int returncode) {
    call_soon([self = Ref<PosixSubprocess>(this), returncode] { self->process_exited(returncode); });
  });
}

PosixSubprocess::~PosixSubprocess() = default;

// The beginning

Coro<void> PosixSubprocess::open_pipes(Ref<PosixSubprocess> self) {
  for (const int fd : {0, 1, 2}) {
    Pipe& pipe = self->pipe(fd);
    if (!pipe.wanted) continue;
    const int descriptor = pipe.unconnected.get();
    if (fd == 0) {
      const Ref<WritePipeProtocol> protocol(new InputProtocol(self));
      auto opening = detail::open_write_pipe(protocol, descriptor);
      pipe.unconnected.release();
      auto transport = co_await std::move(opening);
      pipe.transport = transport;
    } else {
      const Ref<ReadPipeProtocol> protocol(new OutputProtocol(self, fd));
      auto opening = detail::open_read_pipe(protocol, descriptor);
      pipe.unconnected.release();
      auto transport = co_await std::move(opening);
      pipe.transport = transport;
    }
  }
}

Coro<void> PosixSubprocess::connect_pipes(Ref<PosixSubprocess> self, Future<void> done) {
  auto opened = co_await detail::Captured<void>(open_pipes(self));
  if (const std::exception_ptr error = opened.exception()) {
    if (detail::ends_the_loop(error)) opened.value();
    if (!done.done()) done.set_exception(error);
    co_return;
  }
  self->tell_protocol();
  if (!done.done()) done.set_result();
  self->pipes_connected_ = true;
}

void PosixSubprocess::tell_protocol() {
  call_soon([self = Ref<PosixSubprocess>(this)] {
    if (self->protocol_) self->protocol_->connection_made(*self);
  });
  told_ = true;
  for (auto& pending : std::exchange(pending_calls_, {})) call_soon(std::move(pending));
}

template <class F>
void PosixSubprocess::call(F f) {
  auto guarded = [self = Ref<PosixSubprocess>(this), f = std::move(f)]() mutable {
    if (self->protocol_) f(*self->protocol_);
  };
  if (told_) {
    call_soon(std::move(guarded));
  } else {
    pending_calls_.emplace_back(std::move(guarded));
  }
}

// What happens

void PosixSubprocess::pipe_data_received(int fd, std::string_view data) {
  call([fd, data = std::string(data)](SubprocessProtocol& protocol) { protocol.pipe_data_received(fd, data); });
}

void PosixSubprocess::pipe_connection_lost(int fd, std::exception_ptr error) {
  pipe(fd).lost = true;
  call([fd, error](SubprocessProtocol& protocol) { protocol.pipe_connection_lost(fd, error); });
  try_to_finish();
}

void PosixSubprocess::process_exited(int returncode) {
  returncode_ = returncode;
  call([](SubprocessProtocol& protocol) { protocol.process_exited(); });
  try_to_finish();
}

void PosixSubprocess::try_to_finish() {
  if (!returncode_) return;
  // Not all pipes were connected: whoever waits would wait for ever.
  if (!pipes_connected_) wake_up();
  const bool all_lost = std::all_of(pipes_.begin(), pipes_.end(), [](const Pipe& p) { return !p.wanted || p.lost; });
  if (!all_lost) return;
  auto lost = [self = Ref<PosixSubprocess>(this)] { self->connection_lost(); };
  if (told_) {
    call_soon(std::move(lost));
  } else {
    pending_calls_.emplace_back(std::move(lost));
  }
}

void PosixSubprocess::connection_lost() {
  finish(protocol_, nullptr, [this] {
    wake_up();
    watcher_.reset();
  });
}

// The end

void PosixSubprocess::close() {
  if (std::exchange(closed_, true)) return;
  for (Pipe& pipe : pipes_)
    if (pipe.transport) pipe.transport->close();
  if (!returncode_ && watcher_) watcher_->kill();
}

void PosixSubprocess::abandon() noexcept {
  const Ref<PosixSubprocess> keep(this);
  closed_ = true;
  if (!returncode_ && watcher_) watcher_->kill();
  watcher_.reset();
  pending_calls_.clear();
  for (Pipe& pipe : pipes_) pipe.transport = {};
  protocol_ = {};
  let_go();
}

void PosixSubprocess::send_signal(int signal) {
  if (!watcher_) throw ProcessLookupError("");
  watcher_->send_signal(signal);
}
void PosixSubprocess::terminate() { send_signal(SIGTERM); }
void PosixSubprocess::kill() { send_signal(SIGKILL); }

BaseTransport* PosixSubprocess::get_pipe_transport(int fd) const {
  return fd >= 0 && fd < 3 ? pipes_[static_cast<std::size_t>(fd)].transport.get() : nullptr;
}

Coro<int> PosixSubprocess::wait() { return wait_for_end(Ref<PosixSubprocess>(this)); }

Coro<int> PosixSubprocess::wait_for_end(Ref<PosixSubprocess> self) {
  if (self->returncode_) co_return *self->returncode_;
  detail::Waiter waiter("Process.wait");
  self->exit_waiters_.push_back(waiter);
  const auto interrupted = co_await waiter.wait();
  detail::throw_if(interrupted);
  co_return self->returncode_.value();
}

void PosixSubprocess::wake_up() {
  for (auto* waiter = exit_waiters_.front(); waiter; waiter = exit_waiters_.after(*waiter)) waiter->set();
}

}  // namespace asyncio::native

namespace asyncio {

Coro<Ref<SubprocessTransport>> detail::open_subprocess(Ref<SubprocessProtocol> protocol, SubprocessSetup setup) {
  LoopCore& loop = running_loop();
  require_reactor(loop, setup.shell ? "create_subprocess_shell()" : "create_subprocess_exec()");
  const Ref<native::PosixSubprocess> process(
      new native::PosixSubprocess(loop, std::move(protocol), native::spawn(setup)));
  const auto connected = loop.face().create_future<void>();
  loop.face().create_task(native::PosixSubprocess::connect_pipes(process, connected));
  auto waited = co_await capture(connected);
  if (const std::exception_ptr error = waited.exception()) {
    if (!ends_the_loop(error)) {
      process->close();
      co_await process->wait();
    }
    waited.value();
  }
  co_return Ref<SubprocessTransport>(process);
}

}  // namespace asyncio
