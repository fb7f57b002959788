#include "posix/process/posix_subprocess.hpp"

#include <signal.h>

#include <algorithm>

#include "asyncio/os_error.hpp"
#include "loop/reactor.hpp"
#include "posix/pipe/connect_pipe.hpp"
#include "stream/require_protocol.hpp"

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
    : TransportLife(core, *this), protocol_(std::move(protocol)), pid_(child.pid()) {
  for (std::size_t i = 0; i < pipes_.size(); ++i) {
    pipes_[i].wanted = static_cast<bool>(child.pipes[i]);
    pipes_[i].unconnected = std::move(child.pipes[i]);
  }
  watcher_ = watch_child(core, pid_, [this](int returncode) {
    status_ = returncode;
    if (!loop().closed()) ended_.schedule(loop());
  });
  child.take_over();
}

PosixSubprocess::~PosixSubprocess() {
  pending_.take_each([](detail::Runnable& event) { event.discard(); });
}

// The beginning

Coro<void> PosixSubprocess::open_pipes(Ref<PosixSubprocess> self) {
  for (const int fd : {0, 1, 2}) {
    Pipe& pipe = self->pipe(fd);
    // It may have been broken off meanwhile.
    if (!pipe.unconnected) continue;
    if (fd == 0) {
      const Ref<WritePipeProtocol> protocol(new InputProtocol(self));
      require_output(pipe.unconnected.get());
      auto opening = connect_write_pipe(protocol, std::move(pipe.unconnected));
      auto transport = co_await std::move(opening);
      pipe.transport = transport;
    } else {
      const Ref<ReadPipeProtocol> protocol(new OutputProtocol(self, fd));
      require_input(pipe.unconnected.get());
      auto opening = connect_read_pipe(protocol, std::move(pipe.unconnected));
      auto transport = co_await std::move(opening);
      pipe.transport = transport;
    }
  }
}

Coro<void> PosixSubprocess::connect_pipes(Ref<PosixSubprocess> self, Future<void> done) {
  try {
    auto opening = open_pipes(self);
    co_await std::move(opening);
  } catch (...) {
    if (detail::ends_the_loop(std::current_exception())) throw;
    if (!done.done()) done.set_exception(std::current_exception());
    co_return;
  }
  self->tell_protocol();
  if (!done.done()) done.set_result();
  self->pipes_connected_ = true;
}

void PosixSubprocess::tell_protocol() {
  made_.schedule(loop());
  told_ = true;
  pending_.take_each([this](detail::Runnable& event) { loop().push(event); });
  if (finished_) schedule_connection_lost(nullptr);
}

void PosixSubprocess::tell(Event& event) noexcept {
  if (loop().closed()) return;
  if (told_) return event.schedule(loop());
  event.prepare(loop());
  pending_.add(event);
}

void PosixSubprocess::tell_made() {
  if (const auto protocol = protocol_) protocol->connection_made(*this);
}
void PosixSubprocess::tell_exited() {
  if (const auto protocol = protocol_) protocol->process_exited();
}
template <int fd>
void PosixSubprocess::tell_lost() {
  if (const auto protocol = protocol_) protocol->pipe_connection_lost(fd, pipe(fd).error);
}

// What happens

void PosixSubprocess::pipe_data_received(int fd, std::string_view data) {
  auto call = [self = Ref<PosixSubprocess>(this), fd, data = std::string(data)] {
    if (const auto protocol = self->protocol_) protocol->pipe_data_received(fd, data);
  };
  const Ref<detail::HandleCore> event(new detail::HandleOf<decltype(call)>(ContextRef(), std::move(call)));
  event->hold();
  if (told_) {
    loop().push(*event);
  } else {
    pending_.add(*event);
  }
}

void PosixSubprocess::pipe_connection_lost(int fd, std::exception_ptr error) {
  pipe(fd).lost = true;
  pipe(fd).error = std::move(error);
  tell(lost_[static_cast<std::size_t>(fd)]);
  try_to_finish();
}

void PosixSubprocess::process_ended() {
  returncode_ = status_;
  tell(exited_);
  try_to_finish();
}

void PosixSubprocess::try_to_finish() {
  if (!returncode_) return;
  // Not all pipes were connected: whoever waits would wait for ever.
  if (!pipes_connected_) wake_up();
  const bool all_lost = std::all_of(pipes_.begin(), pipes_.end(), [](const Pipe& p) { return !p.wanted || p.lost; });
  if (!all_lost) return;
  finished_ = true;
  if (told_) schedule_connection_lost(nullptr);
}

void PosixSubprocess::connection_lost(std::exception_ptr) {
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

void PosixSubprocess::break_off() noexcept {
  protocol_ = {};
  told_ = true;
  pending_.take_each([](detail::Runnable& event) { event.discard(); });
  for (Pipe& pipe : pipes_) {
    if (!pipe.unconnected) continue;
    pipe.unconnected.reset();
    pipe.wanted = false;
  }
  close();
  try_to_finish();
}

void PosixSubprocess::abandon() noexcept {
  const Ref<PosixSubprocess> keep(this);
  closed_ = true;
  if (!returncode_ && watcher_) watcher_->kill();
  watcher_.reset();
  pending_.take_each([](detail::Runnable& event) { event.discard(); });
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

void PosixSubprocess::wake_up() noexcept {
  for (auto* waiter = exit_waiters_.front(); waiter; waiter = exit_waiters_.after(*waiter)) waiter->set();
}

void PosixSubprocess::replace_protocol(Ref<BaseProtocol> protocol) {
  protocol_ = detail::require_protocol<SubprocessProtocol>(protocol, "SubprocessProtocol");
}

}  // namespace asyncio::native
