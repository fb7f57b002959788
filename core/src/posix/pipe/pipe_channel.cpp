#include "posix/pipe/pipe_channel.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/os_error.hpp"

namespace asyncio::native {
namespace {

mode_t mode_of(int fd) noexcept {
  struct stat status{};
  return ::fstat(fd, &status) == 0 ? status.st_mode : mode_t{0};
}

}  // namespace

detail::Channel::Input PipeChannel::receive(std::span<char> into) {
  return received(into, ::read(fd(), into.data(), into.size()));
}

detail::Channel::Output PipeChannel::send(std::string_view data) {
  return sent(::write(fd(), data.data(), data.size()));
}

ExtraInfo PipeChannel::extra_info(std::string_view name) const {
  if (name == "pipe" && open()) return ExtraInfo(fd());
  return {};
}

void prepare_pipe(int fd, const char* complaint) {
  const int flags = ::fcntl(fd, F_GETFL);
  if (flags < 0) std::rethrow_exception(detail::os_error(errno));
  const mode_t mode = mode_of(fd);
  if (!S_ISFIFO(mode) && !S_ISSOCK(mode) && !S_ISCHR(mode)) throw std::invalid_argument(complaint);
  if (::fcntl(fd, F_SETFL, flags | O_NONBLOCK) != 0) std::rethrow_exception(detail::os_error(errno));
}

bool tells_of_lost_reader(int fd) noexcept {
  const mode_t mode = mode_of(fd);
  return S_ISFIFO(mode) || S_ISSOCK(mode);
}

void ignore_broken_pipe_signal() noexcept {
  struct sigaction current{};
  if (::sigaction(SIGPIPE, nullptr, &current) != 0 || current.sa_handler != SIG_DFL) return;
  current.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &current, nullptr);
}

}  // namespace asyncio::native
