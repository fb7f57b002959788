#include "posix/net/send_file.hpp"

#include <cerrno>
#ifdef __linux__
#include <sys/sendfile.h>
#endif

namespace asyncio::native {

ssize_t send_file(int socket, int file, std::uint64_t offset, std::size_t most) noexcept {
#ifdef __linux__
  auto place = static_cast<off_t>(offset);
  return ::sendfile(socket, file, &place, most);
#else
  (void)socket, (void)file, (void)offset, (void)most;
  errno = ENOTSUP;
  return -1;
#endif
}

}  // namespace asyncio::native
