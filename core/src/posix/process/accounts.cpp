#include "posix/process/accounts.hpp"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <stdexcept>

namespace asyncio::native {
namespace {

using Account = detail::SubprocessSetup::Account;

/// What the system's data of an account may take, if it does not say.
constexpr std::size_t usual_size = 16 * 1024;

std::vector<char> room_for(int what) {
  const long size = ::sysconf(what);
  return std::vector<char>(size > 0 ? static_cast<std::size_t>(size) : usual_size);
}

[[noreturn]] void not_found(const char* call, const std::string& name) {
  throw std::out_of_range(std::string(call) + "(): name not found: '" + name + "'");
}

uid_t user_of(const Account& account) {
  if (account.id >= 0) return static_cast<uid_t>(account.id);
  std::vector<char> room = room_for(_SC_GETPW_R_SIZE_MAX);
  passwd entry{};
  passwd* found = nullptr;
  ::getpwnam_r(account.name.c_str(), &entry, room.data(), room.size(), &found);
  if (!found) not_found("getpwnam", account.name);
  return found->pw_uid;
}

gid_t group_of(const Account& account) {
  if (account.id >= 0) return static_cast<gid_t>(account.id);
  std::vector<char> room = room_for(_SC_GETGR_R_SIZE_MAX);
  struct group entry{};
  struct group* found = nullptr;
  ::getgrnam_r(account.name.c_str(), &entry, room.data(), room.size(), &found);
  if (!found) not_found("getgrnam", account.name);
  return found->gr_gid;
}

}  // namespace

Accounts::Accounts(const detail::SubprocessSetup& options) {
  if (options.user) user_ = user_of(*options.user);
  if (options.group) group_ = group_of(*options.group);
  if (!options.extra_groups) return;
  extra_groups_.emplace();
  for (const Account& account : *options.extra_groups) extra_groups_->push_back(group_of(account));
}

}  // namespace asyncio::native
