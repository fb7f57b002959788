#pragma once

/// \file
/// What may be asked of a socket, and set, whoever owns it. Each throws OSError.

#include <string>
#include <string_view>

#include "asyncio/endpoint.hpp"

namespace asyncio::native {

/// Throws the error of a call that has failed. \param done whether it has not
void require(bool done);

AddressFamily family_of_socket(int fd);
SocketType type_of_socket(int fd);
int protocol_of_socket(int fd);
int get_option(int fd, int level, int option);
std::string get_option(int fd, int level, int option, std::size_t size);
void set_option(int fd, int level, int option, int value);
void set_option(int fd, int level, int option, std::string_view value);
/// \throws std::invalid_argument (ValueError) if the system does not know it, as CPython does
void set_reuse_port(int fd);
void shut_down(int fd, int how);

/// The system's number of a type: SOCK_STREAM.
int system_type(SocketType type) noexcept;
SocketType type_of(int system_type) noexcept;

}  // namespace asyncio::native
