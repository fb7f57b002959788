#include "posix/process/accounts.hpp"

#include <grp.h>
#include <pwd.h>

#include <cerrno>
#include <stdexcept>

namespace asyncio::native {
namespace {

using Account = detail::SubprocessSetup::Account;

/// What an entry takes, mostly; a group of many members takes more.
constexpr std::size_t usual_entry_size = 16 * 1024;

/// Asks for an entry by its name, with more room until it fits. \throws std::out_of_range if there is none
template <class Entry, class Ask, class Id>
Id id_of(const char* call, Ask ask, const std::string& name, Id Entry::* id) {
  Entry entry{};
  Entry* found = nullptr;
  std::vector<char> room(usual_entry_size);
  while (ask(name.c_str(), &entry, room.data(), room.size(), &found) == ERANGE) room.resize(2 * room.size());
  if (found) return entry.*id;
  throw std::out_of_range(std::string(call) + "(): name not found: '" + name + "'");
}

uid_t user_of(const Account& account) {
  if (account.id >= 0) return static_cast<uid_t>(account.id);
  return id_of("getpwnam", ::getpwnam_r, account.name, &passwd::pw_uid);
}

gid_t group_of(const Account& account) {
  if (account.id >= 0) return static_cast<gid_t>(account.id);
  return id_of("getgrnam", ::getgrnam_r, account.name, &group::gr_gid);
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
