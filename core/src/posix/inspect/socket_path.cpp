#include "posix/inspect/socket_path.hpp"

#include <sys/stat.h>

namespace asyncio::native {

// Not in TMPDIR: who asks may have another one.
std::string inspection_folder(uid_t user) { return "/tmp/asyncio-" + std::to_string(user); }

std::string inspection_socket(uid_t user, pid_t process) {
  return inspection_folder(user) + '/' + std::to_string(process);
}

bool is_private_folder(const std::string& path, uid_t user) noexcept {
  constexpr mode_t others = 077;
  struct stat facts{};
  return ::lstat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode) && facts.st_uid == user &&
         (facts.st_mode & others) == 0;
}

}  // namespace asyncio::native
