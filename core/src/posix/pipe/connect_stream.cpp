#include "posix/pipe/connect_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <stdexcept>
#include <string>

#include "asyncio/os_error.hpp"
#include "posix/pipe/connect_pipe.hpp"
#include "posix/pipe/ready_channel.hpp"

namespace asyncio::native {
namespace {

constexpr int last_standard_stream = 2;

/// What kind of file it is. \throws OSError
mode_t checked_mode(int fd) {
  struct stat status{};
  if (::fstat(fd, &status) != 0) std::rethrow_exception(detail::os_error(errno));
  return status.st_mode;
}

/// A copy of a standard stream, if it can be with flags of its own: what is not to block here may be shared with the
/// shell, or with standard output.
Descriptor copy_of(int fd, mode_t mode, int access) {
  if (S_ISFIFO(mode) || S_ISCHR(mode)) {
    const std::string path = "/proc/self/fd/" + std::to_string(fd);
    Descriptor opened(::open(path.c_str(), access | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (opened) return opened;
  }
  Descriptor copy(::fcntl(fd, F_DUPFD_CLOEXEC, last_standard_stream + 1));
  if (!copy) std::rethrow_exception(detail::os_error(errno));
  return copy;
}

/// Whether the system tells when it is ready.
bool can_be_watched(detail::LoopCore& loop, detail::Reactor& reactor, int fd, mode_t mode) {
  if (S_ISREG(mode)) return false;
  struct Nobody final : detail::Runnable {
    void run() override {}
  } placeholder;
  try {
    reactor.watch(loop, fd, detail::Direction::read, placeholder);
  } catch (const PermissionError&) {
    return false;
  }
  reactor.unwatch(fd, detail::Direction::read);
  return true;
}

/// What was found out of a descriptor.
struct Opened {
  detail::ChannelPtr channel;
  bool tells_of_lost_reader = false;
};

/// \param access O_RDONLY or O_WRONLY
Opened open_channel(int fd, int access) {
  detail::LoopCore& loop = detail::running_loop();
  detail::Reactor& reactor =
      detail::require_reactor(loop, access == O_RDONLY ? "open_read_pipe()" : "open_write_pipe()");
  const mode_t mode = checked_mode(fd);
  if (!S_ISREG(mode) && !S_ISFIFO(mode) && !S_ISSOCK(mode) && !S_ISCHR(mode))
    throw std::invalid_argument("descriptor " + std::to_string(fd) + " is no pipe, socket, terminal or file");
  Descriptor copy = fd <= last_standard_stream ? copy_of(fd, mode, access) : Descriptor();
  const int ours = copy ? copy.get() : fd;
  const bool watched = can_be_watched(loop, reactor, ours, mode);
  if (watched) prepare_pipe(ours, "");
  // From here on it is not the caller's any more.
  Descriptor owned = copy ? std::move(copy) : Descriptor(fd);
  if (!watched) return {std::make_unique<ReadyChannel>(loop, reactor, std::move(owned))};
  return {std::make_unique<PipeChannel>(loop, reactor, std::move(owned)), tells_of_lost_reader(ours)};
}

}  // namespace

Coro<Ref<ReadTransport>> connect_input(Ref<ReadPipeProtocol> protocol, int fd) {
  return connect_reader(std::move(protocol), open_channel(fd, O_RDONLY).channel);
}

Coro<Ref<WriteTransport>> connect_output(Ref<WritePipeProtocol> protocol, int fd) {
  ignore_broken_pipe_signal();
  Opened opened = open_channel(fd, O_WRONLY);
  return connect_writer(std::move(protocol), std::move(opened.channel), opened.tells_of_lost_reader);
}

}  // namespace asyncio::native
