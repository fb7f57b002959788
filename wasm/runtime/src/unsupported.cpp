/// \file
/// What libc leaves to JavaScript or to a system and there is none of here: it fails as such calls do. Without these a
/// program that uses one would not link.

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace {

template <class Result = int>
Result not_here() {
  errno = ENOSYS;
  return -1;
}

}  // namespace

extern "C" {

int socket(int, int, int) { return not_here(); }
int bind(int, const sockaddr*, socklen_t) { return not_here(); }
int connect(int, const sockaddr*, socklen_t) { return not_here(); }
int setsockopt(int, int, int, const void*, socklen_t) { return not_here(); }
ssize_t send(int, const void*, std::size_t, int) { return not_here<ssize_t>(); }
ssize_t sendto(int, const void*, std::size_t, int, const sockaddr*, socklen_t) { return not_here<ssize_t>(); }
ssize_t sendmsg(int, const msghdr*, int) { return not_here<ssize_t>(); }
ssize_t recv(int, void*, std::size_t, int) { return not_here<ssize_t>(); }
ssize_t recvmsg(int, msghdr*, int) { return not_here<ssize_t>(); }
int getnameinfo(const sockaddr*, socklen_t, char*, socklen_t, char*, socklen_t, int) { return EAI_FAIL; }

int __syscall_pipe(std::intptr_t) { return -ENOSYS; }
int __syscall_poll(std::intptr_t, int, int) { return -ENOSYS; }
int __syscall__newselect(int, std::intptr_t, std::intptr_t, std::intptr_t, std::intptr_t) { return -ENOSYS; }

/// libc's: whether there is a shell, or what it has answered.
int _emscripten_system(const char* command) { return command ? -ENOSYS : 0; }
std::uint32_t _emscripten_lookup_name(const char*) { return 0; }
int _msync_js(std::intptr_t, std::size_t, int, int, int, long long) { return -ENOSYS; }
void emscripten_console_trace(const char*) {}
bool _emscripten_get_now_is_monotonic() { return true; }
double emscripten_get_now_res() { return 1e-3; }
}
