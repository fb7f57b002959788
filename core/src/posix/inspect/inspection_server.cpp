#include "posix/inspect/inspection_server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"
#include "error/best_effort.hpp"
#include "posix/inspect/inspection.hpp"
#include "posix/inspect/socket_path.hpp"

namespace asyncio::native {
namespace {

/// Who does not answer for so long is blocked.
constexpr std::chrono::seconds patience{1};

[[noreturn]] void fail() { std::rethrow_exception(detail::os_error(errno)); }

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) fail();
  if (!is_private_folder(path, ::geteuid())) throw PermissionError(path + " is not this user's alone");
}

/// The program's signals are for the program's own threads.
std::thread start_without_signals(auto run) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread thread;
  try {
    thread = std::thread(std::move(run));
  } catch (...) {
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    throw;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return thread;
}

void send_all(int socket, std::string_view text) noexcept {
  // Who does not read is not waited for.
  const timeval longest{.tv_sec = 2, .tv_usec = 0};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof(longest));
  while (!text.empty()) {
    // SIGPIPE is blocked here.
    const ssize_t sent = ::send(socket, text.data(), text.size(), 0);
    if (sent <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

std::shared_ptr<InspectionServer> InspectionServer::of_process() {
  static std::mutex mutex;
  static std::weak_ptr<InspectionServer> current;
  const std::lock_guard lock(mutex);
  std::shared_ptr<InspectionServer> server = current.lock();
  // In a forked child it is its parent's.
  if (!server || server->owner_ != ::getpid()) {
    server.reset(new InspectionServer());
    current = server;
  }
  return server;
}

InspectionServer::InspectionServer() : path_(inspection_socket(::geteuid(), ::getpid())), owner_(::getpid()) {
  make_folder(inspection_folder(::geteuid()));
  listen();
  thread_ = start_without_signals([this] { serve(); });
}

InspectionServer::~InspectionServer() {
  if (owner_ != ::getpid()) {
    thread_.detach();
    return;
  }
  end_.notify();
  thread_.join();
  ::unlink(path_.c_str());
}

void InspectionServer::listen() {
  listener_ = Descriptor(::socket(AF_UNIX, SOCK_STREAM, 0));
  if (!listener_ || ::fcntl(listener_.get(), F_SETFD, FD_CLOEXEC) != 0) fail();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path_.copy(address.sun_path, sizeof(address.sun_path) - 1);
  // A process of the same number may have ended without taking it away.
  ::unlink(path_.c_str());
  if (::bind(listener_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) fail();
  if (::listen(listener_.get(), 4) != 0) fail();
}

unsigned InspectionServer::add(Inspection& loop) {
  const std::lock_guard lock(mutex_);
  loops_.push_back(&loop);
  return ++latest_number_;
}

void InspectionServer::remove(const Inspection& loop) noexcept {
  const std::lock_guard lock(mutex_);
  std::erase(loops_, &loop);
  answered_.notify_all();
}

void InspectionServer::answered(Inspection& loop, std::string text) noexcept {
  const std::lock_guard lock(mutex_);
  loop.answer_ = std::move(text);
  answered_.notify_all();
}

void InspectionServer::serve() noexcept {
  std::array<pollfd, 2> watched{pollfd{listener_.get(), POLLIN, 0}, pollfd{end_.readable_fd(), POLLIN, 0}};
  while (true) {
    if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
    if (watched[1].revents != 0) return;
    const Descriptor client(::accept(listener_.get(), nullptr, nullptr));
    if (client) send_all(client.get(), detail::best_effort_text([this] { return ask(); }));
  }
}

std::string InspectionServer::ask() {
  std::unique_lock lock(mutex_);
  for (Inspection* loop : loops_) {
    loop->answer_.reset();
    loop->asked_ = true;
    loop->wake_();
  }
  answered_.wait_for(lock, patience, [this] {
    return std::all_of(loops_.begin(), loops_.end(), [](const Inspection* loop) { return loop->answer_.has_value(); });
  });
  std::string text;
  for (const Inspection* loop : loops_) {
    text += "loop " + std::to_string(loop->number_);
    if (!loop->answer_) {
      text += " does not answer: one step keeps it from all others, or it does not run\n";
    } else if (loop->answer_->empty()) {
      text += " has no tasks\n";
    } else {
      text += '\n' + *loop->answer_;
    }
  }
  return text.empty() ? "no loops\n" : text;
}

}  // namespace asyncio::native
