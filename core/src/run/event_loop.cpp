#include "asyncio/event_loop.hpp"

#include <cstdlib>
#include <string_view>

#include "error/best_effort.hpp"
#include "loop/loop_inbox.hpp"
#include "loop/user_callbacks.hpp"
#include "run/event_loop_core.hpp"
#include "run/shutdown_asyncgens.hpp"
#include "run/uncaught.hpp"
#include "stream/resolver.hpp"
#include "stream/sendfile.hpp"
#include "stream/socket_calls.hpp"
#include "stream/tls_upgrade.hpp"
#include "thread/default_executor.hpp"

namespace asyncio {
namespace {

detail::TimeMode time_mode(const ClockChoice& clock, const Host& host) {
  switch (clock.kind()) {
    case ClockChoice::Kind::virtual_time:
      return detail::TimeMode::virtual_time;
    case ClockChoice::Kind::manual:
      return detail::TimeMode::manual;
    case ClockChoice::Kind::real:
      return detail::TimeMode::real;
    case ClockChoice::Kind::platform_default:
      break;
  }
  return host.prefers_virtual_time() ? detail::TimeMode::virtual_time : detail::TimeMode::real;
}

bool debug_from_environment() noexcept {
  const char* value = std::getenv("ASYNCIO_DEBUG");
  return value && *value && std::string_view(value) != "0";
}

std::shared_ptr<const ExceptionHandler>& handler_of(detail::LoopCore& core) noexcept {
  return static_cast<detail::EventLoopCore&>(core).exception_handler;
}

}  // namespace

EventLoop::EventLoop(ClockChoice clock) : EventLoop(make_default_host(), clock) {}

EventLoop::EventLoop(std::unique_ptr<Host> host, ClockChoice clock) {
  const auto mode = time_mode(clock, *host);
  core_ = detail::Ref<detail::LoopCore>(new detail::EventLoopCore(*this, std::move(host), mode, clock.manual()));
  core_->set_debug(debug_from_environment());
}

// NOLINTNEXTLINE(bugprone-exception-escape): only a loop that runs cannot be closed.
EventLoop::~EventLoop() {
  if (!core_->running()) core_->close();
  core_->detach();
}

void EventLoop::run_forever() {
  detail::end_well_if_uncaught();
  core_->run_forever();
}

void EventLoop::stop() { core_->stop(); }
bool EventLoop::is_running() const noexcept { return core_->running(); }
bool EventLoop::is_closed() const noexcept { return core_->closed(); }
void EventLoop::close() { core_->close(); }
bool EventLoop::run_once() { return core_->run_once(); }
bool EventLoop::run_burst() { return core_->run_burst(); }
std::optional<Duration> EventLoop::next_delay() const {
  const std::optional<Duration> delay = core_->next_delay();
  // Virtual time moves when the loop runs, not while its host waits.
  return delay && !core_->real_time() ? Duration::zero() : delay;
}
TimePoint EventLoop::time() const { return core_->time(); }
Host& EventLoop::host() const noexcept { return core_->host(); }

void EventLoop::run_until_done(const AnyFuture& future) {
  core_->require_open();
  if (&future.core().loop() != core_.get())
    throw std::invalid_argument("The future belongs to a different loop than the one specified as the loop argument");
  struct StopWhenDone : detail::Runnable {
    explicit StopWhenDone(detail::LoopCore& l) : loop(l) {}
    void run() override { loop.stop(); }
    detail::LoopCore& loop;
  } stop(*core_);
  detail::Ref<detail::FutureCore> keep = future.ref();
  future.core().add_callback(stop);
  try {
    run_forever();
  } catch (...) {
    // The error that leaves the loop is told now; the task's own copy is not to be reported again.
    if (future.done()) keep->mark_retrieved();
    throw;
  }
  if (!future.done()) throw std::runtime_error("Event loop stopped before Future completed.");
}

void EventLoop::require_startable(detail::CoroBase& coroutine) {
  if (!core_->closed()) return core_->take_threadsafe();
  coroutine.close();
  core_->require_open();
}

void EventLoop::set_task_factory(TaskFactory factory) noexcept { core_->eager_tasks = factory == TaskFactory::eager; }
TaskFactory EventLoop::get_task_factory() const noexcept {
  return core_->eager_tasks ? TaskFactory::eager : TaskFactory::lazy;
}

bool EventLoop::on_own_thread() const noexcept { return detail::this_thread().loop == core_.get(); }

void EventLoop::hand_in(detail::Ref<detail::HandleCore> handle) {
  if (!core_->inbox()->push(std::move(handle))) throw std::runtime_error("Event loop is closed");
}

void EventLoop::watch(int fd, detail::Direction direction, detail::Ref<detail::PersistentHandle> handle) {
  core_->require_open();
  detail::user_callbacks(*core_).add(fd, direction, std::move(handle));
}
bool EventLoop::unwatch(int fd, detail::Direction direction) {
  core_->require_open();
  return detail::user_callbacks(*core_).remove(fd, direction);
}
bool EventLoop::remove_reader(int fd) { return unwatch(fd, detail::Direction::read); }
bool EventLoop::remove_writer(int fd) { return unwatch(fd, detail::Direction::write); }
void EventLoop::watch_signal(int signal, detail::Ref<detail::PersistentHandle> handle) {
  core_->require_open();
  detail::user_callbacks(*core_).add_signal(signal, std::move(handle));
}
bool EventLoop::remove_signal_handler(int signal) { return detail::user_callbacks(*core_).remove_signal(signal); }

Coro<std::string> EventLoop::sock_recv(Socket& socket, std::size_t n) { return detail::sock_recv(socket, n); }
Coro<std::size_t> EventLoop::sock_recv_into(Socket& socket, std::span<std::byte> into) {
  return detail::sock_recv_into(socket, into);
}
Coro<std::pair<std::string, Endpoint>> EventLoop::sock_recvfrom(Socket& socket, std::size_t n) {
  return detail::sock_recvfrom(socket, n);
}
Coro<std::pair<std::size_t, Endpoint>> EventLoop::sock_recvfrom_into(Socket& socket, std::span<std::byte> into,
                                                                     std::size_t nbytes) {
  return detail::sock_recvfrom_into(socket, into, nbytes);
}
Coro<void> EventLoop::sock_sendall(Socket& socket, std::string data) {
  return detail::sock_sendall(socket, std::move(data));
}
Coro<std::size_t> EventLoop::sock_sendto(Socket& socket, std::string data, Endpoint to) {
  return detail::sock_sendto(socket, std::move(data), std::move(to));
}
Coro<void> EventLoop::sock_connect(Socket& socket, Endpoint to) { return detail::sock_connect(socket, std::move(to)); }
Coro<std::pair<Socket, Endpoint>> EventLoop::sock_accept(Socket& socket) { return detail::sock_accept(socket); }
Coro<std::vector<Endpoint>> EventLoop::getaddrinfo(std::string host, int port, AddressFamily family) {
  return detail::getaddrinfo(std::move(host), port, family);
}
Coro<std::vector<AddrInfo>> EventLoop::getaddrinfo(std::string host, Service port, AddrInfoOptions options) {
  return detail::getaddrinfo(std::move(host), port.text(), options);
}
Coro<std::pair<std::string, std::string>> EventLoop::getnameinfo(Endpoint endpoint, int flags) {
  return detail::getnameinfo(std::move(endpoint), flags);
}

Coro<std::size_t> EventLoop::sock_sendfile(Socket& socket, int file, std::uint64_t offset,
                                           std::optional<std::size_t> count, bool fallback) {
  return detail::sock_sendfile(socket, {file, offset, count}, fallback);
}
Coro<std::size_t> EventLoop::sendfile(WriteTransport& transport, int file, std::uint64_t offset,
                                      std::optional<std::size_t> count, bool fallback) {
  return detail::sendfile(Ref<WriteTransport>(&transport), {file, offset, count}, fallback);
}

Coro<Ref<Transport>> EventLoop::start_tls(Ref<Transport> transport, Ref<Protocol> protocol,
                                          const ssl::SSLContext& context, StartTlsOptions options) {
  return detail::upgrade_to_tls(std::move(transport), std::move(protocol), detail::TlsUpgrade(context, options));
}

void EventLoop::set_default_executor(ThreadPool executor) { detail::set_default_executor(*core_, std::move(executor)); }

Coro<void> EventLoop::shutdown_default_executor(std::optional<Duration> timeout) {
  return detail::shutdown_default_executor(core_, timeout);
}

Coro<void> EventLoop::shutdown_asyncgens() { return detail::shutdown_asyncgens(core_); }

void EventLoop::set_exception_handler(ExceptionHandler handler) {
  handler_of(*core_) = handler ? std::make_shared<const ExceptionHandler>(std::move(handler)) : nullptr;
}
const ExceptionHandler& EventLoop::get_exception_handler() const noexcept {
  static const ExceptionHandler none;
  const auto& handler = handler_of(*core_);
  return handler ? *handler : none;
}

void EventLoop::default_exception_handler(const ExceptionContext& context) { detail::log_context(context); }

void EventLoop::call_exception_handler(const ExceptionContext& context) {
  if (!handler_of(*core_)) return default_exception_handler(context);
  try {
    const auto handler = handler_of(*core_);
    (*handler)(*this, context);
  } catch (...) {
    if (detail::ends_the_loop(std::current_exception())) throw;
    ExceptionContext inner;
    inner.message = detail::best_effort_text([] { return "Unhandled error in exception handler"; });
    inner.exception = std::current_exception();
    default_exception_handler(inner);
  }
}

void EventLoop::set_debug(bool enabled) noexcept { core_->set_debug(enabled); }
bool EventLoop::get_debug() const noexcept { return core_->debug; }
void EventLoop::set_slow_callback_duration(Duration duration) noexcept { core_->slow_callback = duration; }
Duration EventLoop::slow_callback_duration() const noexcept { return core_->slow_callback; }
void EventLoop::set_observer(Observer* observer) noexcept {
  core_->set_observer(observer);
  if (on_own_thread()) detail::this_thread().observer = observer;
}

std::vector<AnyTask> all_tasks(EventLoop& loop) { return detail::tasks_of(loop.core()); }

EventLoop& get_running_loop() {
  detail::LoopCore* loop = detail::running_here();
  return loop ? loop->face() : throw std::runtime_error("no running event loop");
}

EventLoop* get_running_loop_or_null() noexcept {
  detail::LoopCore* loop = detail::running_here();
  return loop ? loop->face_or_null() : nullptr;
}

}  // namespace asyncio
