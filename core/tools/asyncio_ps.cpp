/// \file
/// `asyncio-ps PID`: prints what the tasks of a running program wait for. The program was started with `ASYNCIO_PS=1`.
/// docs/running-programs.md.

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "posix/inspect/socket_path.hpp"

namespace {

using namespace asyncio::native;

int fail(const std::string& why) {
  std::fprintf(stderr, "asyncio-ps: %s\n", why.c_str());
  return 1;
}

std::optional<pid_t> process_number(std::string_view text) {
  pid_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

/// Root may ask everybody's.
uid_t user_of(pid_t process) {
  struct stat facts{};
  const std::string folder = "/proc/" + std::to_string(process);
  return ::stat(folder.c_str(), &facts) == 0 ? facts.st_uid : ::geteuid();
}

int ask(pid_t process) {
  const uid_t user = user_of(process);
  const std::string path = inspection_socket(user, process);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  if (!is_private_folder(inspection_folder(user), user) ||
      ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    return fail(
        "process " + std::to_string(process) +
        " cannot be asked: it is not there, is another user's, has no loop, or was not started with ASYNCIO_PS=1");
  }
  std::array<char, 4096> buffer;
  ssize_t got = 0;
  while ((got = ::read(socket, buffer.data(), buffer.size())) > 0)
    std::fwrite(buffer.data(), 1, static_cast<std::size_t>(got), stdout);
  ::close(socket);
  return got < 0 ? fail(std::string("the answer broke off: ") + std::strerror(errno)) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--help") {
    std::puts(
        "asyncio-ps PID: prints the tasks of a running program, who awaits whom and at which line.\n"
        "The program has to be started with ASYNCIO_PS=1 in its environment.");
    return 0;
  }
  const std::optional<pid_t> process = argc == 2 ? process_number(argv[1]) : std::nullopt;
  return process ? ask(*process) : fail("asyncio-ps PID");
}
