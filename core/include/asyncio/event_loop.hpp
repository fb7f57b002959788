#pragma once

/// \file
/// The event loop. Source: Lib/asyncio/base_events.py, Lib/asyncio/events.py.

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "asyncio/address_info.hpp"
#include "asyncio/clock.hpp"
#include "asyncio/datagram_options.hpp"
#include "asyncio/datagrams.hpp"
#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/detail/loop/direction.hpp"
#include "asyncio/detail/loop/persistent_handle.hpp"
#include "asyncio/detail/loop/remote_handle.hpp"
#include "asyncio/detail/stream/connecting.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/executor.hpp"
#include "asyncio/host.hpp"
#include "asyncio/observer.hpp"
#include "asyncio/pipes.hpp"
#include "asyncio/subprocess_transport.hpp"

namespace asyncio {

class EventLoop;

using ExceptionHandler = std::function<void(EventLoop&, const ExceptionContext&)>;

/// What `set_task_factory` takes.
enum class TaskFactory : std::uint8_t { lazy, eager };
/// Tasks run their first step inside create_task(). Source: tasks.eager_task_factory
inline constexpr TaskFactory eager_task_factory = TaskFactory::eager;

/// An event loop: runs callbacks and tasks of one thread, one at a time.
///
/// One iteration: wait for I/O until the next deadline (not at all if something is ready); append the callbacks of what
/// happened; append those of the timers that are due, in the order of their deadlines; run what is in the queue now,
/// and only that: what it schedules runs in the next iteration. Not thread-safe, but for call_soon_threadsafe().
class EventLoop {
 public:
  EventLoop() : EventLoop(ClockChoice()) {}
  explicit EventLoop(ClockChoice clock);
  explicit EventLoop(std::unique_ptr<Host> host, ClockChoice clock = {});
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;
  /// Closes it. Tasks that are pending are destroyed, innermost coroutine first, and reported.
  ~EventLoop();

  // Running.

  /// Runs until stop(). \throws std::runtime_error if it runs already, another one runs on this thread, or it is
  /// closed; KeyboardInterrupt or SystemExit from a task or callback; DeadlockError.
  void run_forever();

  /// Runs until the future is done and gives its result. After it is done one more batch of callbacks runs.
  /// \throws as run_forever(); what the future failed with; std::runtime_error if the loop stopped before.
  template <class T>
  T run_until_complete(Future<T> future) {
    run_until_done(future);
    return detail::take_or_copy(std::move(future));
  }
  template <class T>
  T run_until_complete(Coro<T> coroutine) {
    require_startable(coroutine);
    return run_until_complete(static_cast<Future<T>>(create_task(std::move(coroutine))));
  }
  /// The same for sleep() and the like.
  template <detail::IsOperation O>
  typename O::value_type run_until_complete(O operation) {
    return run_until_complete(detail::to_coroutine(std::move(operation)));
  }

  /// Lets the loop stop after the current iteration.
  void stop();
  bool is_running() const noexcept;
  bool is_closed() const noexcept;
  /// Drops what is scheduled. \throws std::runtime_error if the loop runs.
  void close();

  /// For hosts and tests: one iteration. \returns false if the loop is to stop.
  bool run_once();
  /// For hosts: one iteration and, as long as there is nothing but a few ready callbacks, more; so that the host is
  /// asked for events once in between. \returns as run_once()
  bool run_burst();
  /// For hosts and tests: how long there is nothing to do. 0 if something is ready or time is not real, none if nothing
  /// is scheduled.
  std::optional<Duration> next_delay() const;

  /// Closes the async generators that are suspended half-way.
  Coro<void> shutdown_asyncgens();
  /// Lets no more work into the default executor and waits, in a thread, for what is in it; `timeout` ends the wait
  /// with a warning. \see run_in_executor
  Coro<void> shutdown_default_executor(std::optional<Duration> timeout = {});

  // Scheduling.

  /// Calls `f()` in the next iteration, after what was scheduled before, in `context` or a copy of the current one.
  /// What it throws goes to the exception handler. \throws std::runtime_error("Event loop is closed")
  template <class F>
  Handle call_soon(F f, ContextRef context = {}) {
    return detail::call_soon(*core_, std::move(f), context);
  }
  /// The same from any thread; wakes the loop. Called from another thread it runs in `context`, which that thread must
  /// leave alone from then on, or in a copy of its current one that shares nothing; what the callback owns dies on the
  /// loop's thread. On the loop's own thread it keeps its turn among what call_soon() schedules.
  template <class F>
  Handle call_soon_threadsafe(F f, ContextRef context = {}) {
    if (on_own_thread()) return call_soon(std::move(f), context);
    auto state = std::make_shared<std::atomic<bool>>(false);
    auto call = [f = std::move(f), state]() mutable {
      if (!state->load()) f();
    };
    using Call = detail::HandleOf<decltype(call)>;
    detail::Ref<detail::HandleCore> remote(new detail::RemoteHandle(std::move(state)));
    hand_in(detail::Ref<detail::HandleCore>(context.cell() ? new Call(context, std::move(call))
                                                           : new Call(detail::DetachedContext(), std::move(call))));
    return Handle(std::move(remote));
  }
  /// Calls `f()` when `delay` has passed. A delay of 0 or less still goes by way of the timers: after what is ready.
  template <class F>
  TimerHandle call_later(Duration delay, F f, ContextRef context = {}) {
    return call_at(time() + delay, std::move(f), context);
  }
  template <detail::Number N, class F>
  detail::NumberForDuration<N> call_later(N, F) {
    return {};
  }
  /// Calls `f()` at a moment of loop time; equal moments in the order of the calls.
  template <class F>
  TimerHandle call_at(TimePoint when, F f, ContextRef context = {}) {
    return detail::call_at(*core_, when, std::move(f), context);
  }
  TimePoint time() const;

  // File descriptors and signals. Each throws NotSupportedError in a browser.

  /// Calls `f()` in every iteration in which the descriptor is readable (writable), until remove_reader(); instead of
  /// the one before, if there is one. Remove it before the descriptor is closed. \throws OSError; std::runtime_error if
  /// a transport uses the descriptor.
  template <class F>
  void add_reader(int fd, F f) {
    watch(fd, detail::Direction::read, make_persistent(std::move(f)));
  }
  template <class F>
  void add_writer(int fd, F f) {
    watch(fd, detail::Direction::write, make_persistent(std::move(f)));
  }
  /// \returns whether there was a callback. It does not run any more, even if it was due. \throws std::runtime_error if
  /// a transport uses the descriptor.
  bool remove_reader(int fd);
  bool remove_writer(int fd);
  /// Calls `f()` on the loop for each arrival of the signal (several that come together may count as one): it may do
  /// whatever a callback may. \throws std::runtime_error("sig 9 cannot be caught")
  template <class F>
  void add_signal_handler(int signal, F f) {
    watch_signal(signal, make_persistent(std::move(f)));
  }
  /// Restores what the signal did before, unless the program has given it a handler since. \returns whether there was
  /// a callback. \throws std::invalid_argument("invalid signal number 0")
  bool remove_signal_handler(int signal);

  // Sockets. Each goes on at once if the call succeeds at once, else it suspends until the
  // descriptor is ready and tries again. Only one task may wait for a direction of a socket. The socket must outlive
  // the call. Each throws OSError, and NotSupportedError in a browser.

  /// Up to `n` bytes; nothing at the end.
  Coro<std::string> sock_recv(Socket& socket, std::size_t n);
  Coro<std::size_t> sock_recv_into(Socket& socket, std::span<std::byte> into);
  Coro<std::pair<std::string, Endpoint>> sock_recvfrom(Socket& socket, std::size_t n);
  /// The same into memory of the caller's, which must outlive the call: how many bytes, and where they come from.
  /// \param nbytes at most so many; 0: as many as there is room for. \throws std::invalid_argument if that is less
  Coro<std::pair<std::size_t, Endpoint>> sock_recvfrom_into(Socket& socket, std::span<std::byte> into,
                                                            std::size_t nbytes = 0);
  /// All of it; how much was sent before an error is not known.
  Coro<void> sock_sendall(Socket& socket, std::string data);
  Coro<std::size_t> sock_sendto(Socket& socket, std::string data, Endpoint to);
  Coro<void> sock_connect(Socket& socket, Endpoint to);
  Coro<std::pair<Socket, Endpoint>> sock_accept(Socket& socket);
  /// Sends a file of which `file` is the descriptor, from `offset` on, `count` bytes or to its end; where the system
  /// cannot by itself, by reading it in a thread. The file's position is where the sending has ended. Cancelling it
  /// leaves open how much was sent. \returns how many bytes. \throws std::invalid_argument for a count of 0;
  /// SendfileNotAvailableError without `fallback`
  Coro<std::size_t> sock_sendfile(Socket& socket, int file, std::uint64_t offset = 0,
                                  std::optional<std::size_t> count = {}, bool fallback = true);
  /// Looks a name up in a thread: addresses for streams.
  Coro<std::vector<Endpoint>> getaddrinfo(std::string host, int port, AddressFamily family = AddressFamily::any);
  /// The same by the name of a service, or for any kind of sockets: `getaddrinfo("localhost", "https", {.flags =
  /// AI_CANONNAME})`. An empty host is this machine.
  Coro<std::vector<AddrInfo>> getaddrinfo(std::string host, Service port, AddrInfoOptions options = {});
  /// The names of an address and its service. \param flags what <netdb.h> calls NI_…, joined by `|`
  Coro<std::pair<std::string, std::string>> getnameinfo(Endpoint endpoint, int flags = 0);

  // Connections and servers. open_connection() and start_server() are what programs want. Each `factory()` gives a Ref
  // of a Protocol. Without sockets, in a browser, they lead through memory.

  /// Connects to a TCP server; makes the protocol once it is connected. Suspends until connection_made() has been
  /// called; cancelling it closes the connection. \throws OSError
  template <class F>
  Coro<Connected<Transport, F>> create_connection(F factory, std::string host, int port, StreamOptions options = {}) {
    return detail::connect_tcp(std::move(factory), std::move(host), port, options);
  }
  /// The same to a socket in the file system.
  template <class F>
  Coro<Connected<Transport, F>> create_unix_connection(F factory, std::string path, StreamOptions options = {}) {
    return detail::connect_factory(std::move(factory), detail::local_endpoint(std::move(path)),
                                   detail::ConnectionSetup::local_client(options));
  }
  /// Takes a connected Unix socket over. \throws std::invalid_argument unless it is one, for streams
  template <class F>
  Coro<Connected<Transport, F>> create_unix_connection(F factory, Socket socket, StreamOptions options = {}) {
    auto setup = detail::ConnectionSetup::local_client(options).with_local(socket);
    return detail::connect_factory(std::move(factory), std::move(socket), std::move(setup));
  }
  /// Takes a connected socket over. \throws std::invalid_argument unless it is one for streams
  template <class F>
  Coro<Connected<Transport, F>> create_connection(F factory, Socket socket, StreamOptions options = {}) {
    return detail::connect_factory(std::move(factory), std::move(socket), detail::ConnectionSetup::client(options, {}));
  }
  /// The same with one that was accepted.
  template <class F>
  Coro<Connected<Transport, F>> connect_accepted_socket(F factory, Socket socket, StreamOptions options = {}) {
    return detail::connect_factory(std::move(factory), std::move(socket), detail::ConnectionSetup::server(options));
  }
  /// Listens on a TCP port, and makes a protocol for each connection. \see start_server
  template <class F>
  Coro<Server> create_server(F factory, Hosts host, int port, StreamOptions options = {}) {
    return detail::open_server(std::move(factory), detail::tcp_endpoints(std::move(host), port, options.family),
                               detail::ConnectionSetup::server(options).with_port(port));
  }
  /// The same on a socket in the file system.
  template <class F>
  Coro<Server> create_unix_server(F factory, std::string path, StreamOptions options = {}) {
    return detail::open_server(std::move(factory), std::move(path), detail::ConnectionSetup::server(options));
  }
  /// The same with a bound Unix socket, which it takes over. \throws std::invalid_argument unless it is one, for
  /// streams
  template <class F>
  Coro<Server> create_unix_server(F factory, Socket socket, StreamOptions options = {}) {
    auto setup = detail::ConnectionSetup::server(options).with_local(socket);
    return detail::open_local_server(std::move(factory), std::move(socket), std::move(setup));
  }
  /// Takes a bound socket over.
  template <class F>
  Coro<Server> create_server(F factory, Socket socket, StreamOptions options = {}) {
    return detail::open_server(std::move(factory), std::move(socket), detail::ConnectionSetup::server(options));
  }

  /// Sends a file by a connection, after what was written before. Nothing can be written, and nothing is received,
  /// until it is done. The file is sent by the system if it can and the connection is not secured; else, with
  /// `fallback`, it is read in a thread. \see sock_sendfile. \throws ConnectionError if the connection is lost;
  /// std::runtime_error("Transport is closing"), or for a pipe; NotSupportedError in a browser
  Coro<std::size_t> sendfile(WriteTransport& transport, int file, std::uint64_t offset = 0,
                             std::optional<std::size_t> count = {}, bool fallback = true);

  /// Speaks TLS from now on: calls `protocol` by the transport that it gives, which takes the place of `transport`.
  /// Suspends until the handshake is done. \throws ssl::SSLError, OSError; std::invalid_argument
  Coro<Ref<Transport>> start_tls(Ref<Transport> transport, Ref<Protocol> protocol, const ssl::SSLContext& context,
                                 StartTlsOptions options = {});

  // Datagrams.

  /// A socket for datagrams, bound to `local_addr` (a free port if it has none) and connected with `remote_addr`;
  /// either may be left out. Names are looked up in a thread. `factory()` gives a Ref of a DatagramProtocol.
  /// \throws OSError; std::invalid_argument without addresses and family; NotSupportedError in a browser
  template <class F>
  Coro<Connected<DatagramTransport, F>> create_datagram_endpoint(F factory, std::optional<Endpoint> local_addr,
                                                                 std::optional<Endpoint> remote_addr = {},
                                                                 DatagramOptions options = {}) {
    return detail::connect_datagrams(std::move(factory), std::move(local_addr), std::move(remote_addr), options);
  }
  template <class F>
  Coro<Connected<DatagramTransport, F>> create_datagram_endpoint(F factory, Socket socket) {
    return detail::connect_protocol<DatagramTransport>(std::move(factory), detail::open_datagrams,
                                                       detail::DatagramEndpoint{std::move(socket), {}});
  }

  // Pipes.

  /// Connects the reading end of a pipe, socket or character device with the ReadPipeProtocol that `factory()` gives as
  /// a Ref. The transport owns the descriptor from then on; what it refuses stays the caller's. Suspends until
  /// connection_made() has been called; cancelling it closes the transport.
  /// \throws std::invalid_argument for other files; OSError; NotSupportedError in a browser
  template <class F>
  Coro<Connected<ReadTransport, F>> connect_read_pipe(F factory, int pipe) {
    return detail::connect_protocol<ReadTransport>(std::move(factory), detail::open_read_pipe, pipe);
  }
  /// The same for a writing end and a WritePipeProtocol. It ignores SIGPIPE from then on, where that has its default
  /// action, as Python does.
  template <class F>
  Coro<Connected<WriteTransport, F>> connect_write_pipe(F factory, int pipe) {
    return detail::connect_protocol<WriteTransport>(std::move(factory), detail::open_write_pipe, pipe);
  }

  // Child processes. create_subprocess_exec() is what programs want.

  /// Starts a program, and connects it with the SubprocessProtocol that `factory()` gives as a Ref. \see
  /// create_subprocess_exec \param args the program first
  template <class F>
  Coro<Connected<SubprocessTransport, F>> subprocess_exec(F factory, subprocess::Arguments args,
                                                          SubprocessOptions options) {
    return detail::connect_subprocess(std::move(factory), std::move(args).take(), false, options);
  }
  template <class F>
  Coro<Connected<SubprocessTransport, F>> subprocess_shell(F factory, std::string command, SubprocessOptions options) {
    return detail::connect_subprocess(std::move(factory), {std::move(command)}, true, options);
  }

  // Threads.

  /// Calls `f(args…)` on a thread of `executor`; null means the default one, a ThreadPool that is made at the first
  /// use. What it returns or throws comes through the future, on this thread. Cancelling the future takes the call
  /// back, unless it runs already. `f` and its arguments die on this thread. \throws NotSupportedError in a browser;
  /// std::runtime_error("Executor shutdown has been called")
  template <class F, class... A>
  Future<std::invoke_result_t<F&, A&...>> run_in_executor(Executor* executor, F f, A... args) {
    return detail::run_in_executor(*core_, executor, std::move(f), std::move(args)...);
  }
  /// Takes the place of the default executor.
  void set_default_executor(ThreadPool executor);

  template <class T = void>
  Future<T> create_future() {
    return detail::make_future<T>(*core_);
  }
  template <class T>
  Task<T> create_task(Coro<T> coroutine, TaskOptions options = {},
                      std::source_location where = std::source_location::current()) {
    require_startable(coroutine);
    return detail::create_task_on(*core_, std::move(coroutine), options, where);
  }
  /// The same for sleep() and the like.
  template <detail::IsOperation O>
  Task<typename O::value_type> create_task(O operation, TaskOptions options = {},
                                           std::source_location where = std::source_location::current()) {
    return create_task(detail::to_coroutine(std::move(operation)), options, where);
  }
  template <class F>
    requires(!detail::IsA<F, detail::AwaitableObject>)
  detail::TaskOfNoCoroutine<F> create_task(F&&, TaskOptions = {}) {
    return {};
  }
  void set_task_factory(TaskFactory factory) noexcept;
  TaskFactory get_task_factory() const noexcept;

  // Watching.

  /// Gets what no one awaits: errors of callbacks, errors that were never retrieved. Empty restores the default, which
  /// writes to standard error.
  void set_exception_handler(ExceptionHandler handler);
  const ExceptionHandler& get_exception_handler() const noexcept;
  void default_exception_handler(const ExceptionContext& context);
  void call_exception_handler(const ExceptionContext& context);

  /// Debug mode reports steps and callbacks that take longer than `slow_callback_duration`.
  void set_debug(bool enabled) noexcept;
  bool get_debug() const noexcept;
  void set_slow_callback_duration(Duration duration) noexcept;
  Duration slow_callback_duration() const noexcept;

  /// Null for none. Must outlive the loop or be taken away before.
  void set_observer(Observer* observer) noexcept;

  Host& host() const noexcept;
  detail::LoopCore& core() const noexcept { return *core_; }

 private:
  template <class F>
  detail::Ref<detail::PersistentHandle> make_persistent(F f) {
    return detail::Ref<detail::PersistentHandle>(new detail::PersistentHandleOf<F>(*core_, std::move(f)));
  }
  void watch(int fd, detail::Direction direction, detail::Ref<detail::PersistentHandle> handle);
  bool unwatch(int fd, detail::Direction direction);
  void watch_signal(int signal, detail::Ref<detail::PersistentHandle> handle);
  bool on_own_thread() const noexcept;
  void hand_in(detail::Ref<detail::HandleCore> handle);
  void run_until_done(const AnyFuture& future);
  void require_startable(detail::CoroBase& coroutine);

  detail::Ref<detail::LoopCore> core_;
};

/// The unfinished tasks of a loop.
std::vector<AnyTask> all_tasks(EventLoop& loop);

/// The loop that runs on this thread. \throws std::runtime_error("no running event loop")
EventLoop& get_running_loop();
/// The same, or null.
EventLoop* get_running_loop_or_null() noexcept;

}  // namespace asyncio
