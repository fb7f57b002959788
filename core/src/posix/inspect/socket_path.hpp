#pragma once

/// \file
/// Where a program that may be asked listens, and `asyncio-ps` asks.

#include <sys/types.h>

#include <string>

namespace asyncio::native {

/// A folder that nobody but the user may look into, for the sockets of all programs of the user.
std::string inspection_folder(uid_t user);
std::string inspection_socket(uid_t user, pid_t process);
/// Whether the folder is there, and is the user's alone: a stranger may have made one of that name.
bool is_private_folder(const std::string& path, uid_t user) noexcept;

}  // namespace asyncio::native
