#include "posix/net/socket_listener.hpp"

#include <netinet/in.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>

#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/os_error.hpp"
#include "error/best_effort.hpp"
#include "posix/net/socket_questions.hpp"

#ifndef SOCK_NONBLOCK
#include <fcntl.h>
#endif

namespace asyncio::native {
namespace {

/// How long a server that has no descriptor left waits before it accepts again. Source: Lib/asyncio/constants.py.
constexpr std::chrono::seconds accept_retry_delay{1};

bool out_of_resources(int code) noexcept {
  return code == EMFILE || code == ENFILE || code == ENOBUFS || code == ENOMEM;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// What names a file that is a socket; 0 if it is none.
ino_t socket_inode(const std::string& path) noexcept {
  struct stat status{};
  const bool named = !path.empty() && path.front() != '\0';
  return named && ::stat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode) ? status.st_ino : 0;
}

}  // namespace

std::exception_ptr bind_error(int code, const Endpoint& address) {
  if (address.family == AddressFamily::local) {
    if (code != EADDRINUSE) return detail::os_error(code);
    return std::make_exception_ptr(OSError(code, "Address " + address.repr() + " is already in use"));
  }
  const std::string reason = lower(OSError(code).what());
  return detail::os_error(code, "error while attempting to bind on address " + address.repr() + ": " + reason);
}

void remove_stale_socket(const std::string& path) noexcept {
  if (socket_inode(path)) ::unlink(path.c_str());
}

namespace {

/// \returns an empty one for a kind of address that this system does not have
Descriptor socket_for(const Address& address, int proto) {
  try {
    return make_socket(address.family(), SOCK_STREAM, proto);
  } catch (const OSError&) {
    if (address.family() == AF_UNIX) throw;
    return {};
  }
}

/// \returns an empty one for an address that this machine does not have
Descriptor bind_socket(const Address& address, const StreamOptions& options) {
  const Endpoint endpoint = address.endpoint();
  const bool local = endpoint.family == AddressFamily::local;
  Descriptor socket = socket_for(address, local ? 0 : options.proto);
  if (!socket) return socket;
  if (local) {
    remove_stale_socket(endpoint.host);
  } else {
    if (options.reuse_address) set_option(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
    if (options.reuse_port) set_reuse_port(socket.get());
    if (options.keep_alive) set_option(socket.get(), SOL_SOCKET, SO_KEEPALIVE, 1);
    if (endpoint.family == AddressFamily::ipv6) set_option(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, 1);
  }
  if (::bind(socket.get(), address.get(), address.size) == 0) return socket;
  // As CPython assumes, the family is not enabled.
  if (errno == EADDRNOTAVAIL && !local) return {};
  std::rethrow_exception(bind_error(errno, endpoint));
}

Descriptor accept_one(int fd) noexcept {
#ifdef SOCK_NONBLOCK
  return Descriptor(::accept4(fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
#else
  Descriptor socket(::accept(fd, nullptr, nullptr));
  if (socket) ::fcntl(socket.get(), F_SETFL, O_NONBLOCK);
  return socket;
#endif
}

/// Source: _accept_connection in Lib/asyncio/selector_events.py.
class SocketListener final : public detail::Listener, private detail::Runnable {
 public:
  SocketListener(detail::LoopCore& loop, PosixNetwork& network, Descriptor socket, int backlog, bool cleanup)
      : loop_(loop),
        network_(network),
        socket_(std::move(socket)),
        address_(local_address(socket_.get()).endpoint()),
        backlog_(backlog),
        inode_(cleanup && address_.family == AddressFamily::local ? socket_inode(address_.host) : 0) {}
  ~SocketListener() override { stop(); }

  void start(detail::ServerCore& server) override {
    server_ = &server;
    if (::listen(socket_.get(), backlog_) != 0) std::rethrow_exception(detail::os_error(errno));
    watch();
  }

  void stop() noexcept override {
    if (!socket_) return;
    retry_.cancel();
    network_.reactor().unwatch(socket_.get(), detail::Direction::read);
    unlink();
    socket_.reset();
    server_ = nullptr;
    if (inode_ != 0 && socket_inode(address_.host) == inode_) ::unlink(address_.host.c_str());
  }

  TransportSocket socket() const override { return {address_, socket_.get()}; }

 private:
  void watch() { network_.reactor().watch(loop_, socket_.get(), detail::Direction::read, *this); }

  void run() override {
    // An eager task may close the server meanwhile.
    const detail::Ref<detail::ServerCore> keep(server_);
    // Several may wait; but others have a right to their turn.
    for (int i = 0; i <= backlog_ && socket_; ++i) {
      Descriptor connection = accept_one(socket_.get());
      if (connection) {
        take(std::move(connection));
      } else if (try_again()) {
        return;
      } else if (errno != ECONNABORTED) {
        return fail(errno);
      }
    }
  }

  void take(Descriptor connection) {
    detail::ChannelPtr channel;
    try {
      channel = network_.make_channel(loop_, std::move(connection));
    } catch (...) {
      return server_->refused(std::current_exception());
    }
    server_->accepted(std::move(channel));
  }

  void fail(int code) {
    const bool wait = out_of_resources(code);
    ExceptionContext context;
    context.message = detail::best_effort_text(
        [wait] { return wait ? "socket.accept() out of system resource" : "Exception in callback"; });
    try {
      context.exception = detail::os_error(code);
      if (wait) retry_later();
    } catch (...) {
      context.exception = std::current_exception();
    }
    loop_.call_exception_handler(context);
  }

  /// The kernel would tell of it again and again. Without memory for the timer it does.
  void retry_later() {
    retry_ = detail::call_at(loop_, loop_.time() + accept_retry_delay, [this] { retry(); });
    network_.reactor().unwatch(socket_.get(), detail::Direction::read);
  }
  void retry() {
    try {
      watch();
    } catch (...) {
      retry_later();
      throw;
    }
  }

  detail::LoopCore& loop_;
  PosixNetwork& network_;
  Descriptor socket_;
  Endpoint address_;
  int backlog_;
  /// Of the file to remove at the end, which may be another server's by then; 0: none.
  ino_t inode_;
  detail::ServerCore* server_ = nullptr;
  TimerHandle retry_;
};

}  // namespace

detail::Listeners make_listeners(detail::LoopCore& loop, PosixNetwork& network, const std::vector<Address>& addresses,
                                 const StreamOptions& options) {
  detail::Listeners listeners;
  for (const Address& address : addresses) {
    Descriptor socket = bind_socket(address, options);
    if (!socket) continue;
    try {
      listeners.push_back(make_listener(loop, network, std::move(socket), options.backlog, options.cleanup_socket));
    } catch (...) {
      if (address.family() == AF_UNIX) remove_stale_socket(address.endpoint().host);
      throw;
    }
  }
  if (!listeners.empty()) return listeners;
  std::string all;
  for (const Address& address : addresses) all += (all.empty() ? "" : ", ") + address.endpoint().repr();
  throw OSError("could not bind on any address out of [" + all + ']');
}

std::unique_ptr<detail::Listener> make_listener(detail::LoopCore& loop, PosixNetwork& network, Descriptor socket,
                                                int backlog, bool cleanup) {
  return std::make_unique<SocketListener>(loop, network, std::move(socket), backlog, cleanup);
}

}  // namespace asyncio::native
