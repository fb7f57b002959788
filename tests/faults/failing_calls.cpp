#include "failing_calls.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <initializer_list>
#include <memory>
#include <system_error>
#include <thread>

namespace {

std::atomic<bool> counts_calls{false};
std::atomic<long> calls_counted{0};
std::atomic<long> number_to_fail{0};
std::atomic<std::size_t> choice_of_error{0};
std::atomic<const char*> failed_call{nullptr};

/// \returns the errno with which this call is to fail, or 0
int fault_of(const char* call, std::initializer_list<int> errors) noexcept {
  if (!counts_calls || ++calls_counted != number_to_fail) return 0;
  failed_call = call;
  return errors.begin()[choice_of_error % errors.size()];
}

/// Makes the call, unless it is to fail.
template <class Make>
auto make(const char* call, std::initializer_list<int> errors, Make made) -> decltype(made()) {
  const int error = fault_of(call, errors);
  if (error == 0) return made();
  errno = error;
  return -1;
}

const pid_t this_program = ::getpid();

Fault decide_on_data(Call call) {
  // All that a child says before it has its program is why it has none, and its parent listens.
  if (::getpid() != this_program) return {};
  switch (call) {
    case Call::receive:
      return {.error = fault_of("recv", {ECONNRESET, ENOMEM})};
    case Call::send:
      return {.error = fault_of("send", {EPIPE, ENOBUFS})};
    case Call::accept:
      return {.error = fault_of("accept", {EMFILE, ECONNABORTED})};
    case Call::connect:
      return {.error = fault_of("connect", {ECONNREFUSED, EADDRNOTAVAIL})};
    case Call::wait:
      return {.error = fault_of("epoll_wait", {EINTR})};
  }
  return {};
}

}  // namespace

FailingCalls::FailingCalls(long number, std::size_t choice) : data_calls_(decide_on_data) {
  calls_counted = 0;
  failed_call = nullptr;
  number_to_fail = number;
  choice_of_error = choice;
  counts_calls = true;
}

FailingCalls::~FailingCalls() { counts_calls = false; }

const char* FailingCalls::failed() const noexcept { return failed_call; }

// The linker's names: __real_f is the system's f, and __wrap_f is called in its place.
extern "C" {
int __real_socket(int family, int type, int protocol);
int __wrap_socket(int family, int type, int protocol) {
  return make("socket", {EMFILE, ENOBUFS}, [&] { return __real_socket(family, type, protocol); });
}

int __real_socketpair(int family, int type, int protocol, int* ends);
int __wrap_socketpair(int family, int type, int protocol, int* ends) {
  return make("socketpair", {EMFILE, ENFILE}, [&] { return __real_socketpair(family, type, protocol, ends); });
}

int __real_bind(int fd, const sockaddr* address, socklen_t size);
int __wrap_bind(int fd, const sockaddr* address, socklen_t size) {
  return make("bind", {EADDRINUSE, EACCES}, [&] { return __real_bind(fd, address, size); });
}

int __real_listen(int fd, int backlog);
int __wrap_listen(int fd, int backlog) {
  return make("listen", {EADDRINUSE, ENOBUFS}, [&] { return __real_listen(fd, backlog); });
}

int __real_getsockopt(int fd, int level, int name, void* value, socklen_t* size);
int __wrap_getsockopt(int fd, int level, int name, void* value, socklen_t* size) {
  return make("getsockopt", {ENOBUFS, ENOMEM}, [&] { return __real_getsockopt(fd, level, name, value, size); });
}

int __real_setsockopt(int fd, int level, int name, const void* value, socklen_t size);
int __wrap_setsockopt(int fd, int level, int name, const void* value, socklen_t size) {
  return make("setsockopt", {ENOPROTOOPT, ENOMEM}, [&] { return __real_setsockopt(fd, level, name, value, size); });
}

int __real_getsockname(int fd, sockaddr* address, socklen_t* size);
int __wrap_getsockname(int fd, sockaddr* address, socklen_t* size) {
  return make("getsockname", {ENOBUFS}, [&] { return __real_getsockname(fd, address, size); });
}

int __real_getpeername(int fd, sockaddr* address, socklen_t* size);
int __wrap_getpeername(int fd, sockaddr* address, socklen_t* size) {
  return make("getpeername", {ENOTCONN, ENOBUFS}, [&] { return __real_getpeername(fd, address, size); });
}

int __real_shutdown(int fd, int how);
int __wrap_shutdown(int fd, int how) {
  return make("shutdown", {ENOTCONN}, [&] { return __real_shutdown(fd, how); });
}

int __real_getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** found);
int __wrap_getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** found) {
  const int error = fault_of("getaddrinfo", {EAI_AGAIN, EAI_SYSTEM});
  if (error == 0) return __real_getaddrinfo(host, service, hints, found);
  errno = EMFILE;
  return error;
}

int __real_epoll_create1(int flags);
int __wrap_epoll_create1(int flags) {
  return make("epoll_create1", {EMFILE, ENOMEM}, [&] { return __real_epoll_create1(flags); });
}

int __real_epoll_ctl(int fd, int operation, int target, epoll_event* event);
int __wrap_epoll_ctl(int fd, int operation, int target, epoll_event* event) {
  // To take one away needs nothing.
  if (operation == EPOLL_CTL_DEL) return __real_epoll_ctl(fd, operation, target, event);
  return make("epoll_ctl", {ENOSPC, ENOMEM}, [&] { return __real_epoll_ctl(fd, operation, target, event); });
}

int __real_eventfd(unsigned value, int flags);
int __wrap_eventfd(unsigned value, int flags) {
  return make("eventfd", {EMFILE, ENOMEM}, [&] { return __real_eventfd(value, flags); });
}

int __real_pipe2(int* ends, int flags);
int __wrap_pipe2(int* ends, int flags) {
  return make("pipe2", {EMFILE, ENFILE}, [&] { return __real_pipe2(ends, flags); });
}

int __real_open(const char* path, int flags, ...);
int __wrap_open(const char* path, int flags, ...) {
  return make("open", {EMFILE, ENOMEM}, [&] { return __real_open(path, flags); });
}

int __real_dup2(int from, int to);
int __wrap_dup2(int from, int to) {
  return make("dup2", {EMFILE, EBADF}, [&] { return __real_dup2(from, to); });
}

int __real_fcntl(int fd, int command, ...);
int __wrap_fcntl(int fd, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  const long argument = va_arg(arguments, long);
  va_end(arguments);
  return make("fcntl", {EMFILE, EINVAL}, [&] { return __real_fcntl(fd, command, argument); });
}

// Whatever it says, the descriptor is gone.
int __real_close(int fd);
int __wrap_close(int fd) {
  const int error = fault_of("close", {EINTR, EIO});
  const int result = __real_close(fd);
  if (error == 0) return result;
  errno = error;
  return -1;
}

pid_t __real_waitpid(pid_t pid, int* status, int options);
pid_t __wrap_waitpid(pid_t pid, int* status, int options) {
  return make("waitpid", {EINTR, ECHILD}, [&] { return __real_waitpid(pid, status, options); });
}

int __real_waitid(idtype_t kind, id_t id, siginfo_t* info, int options);
int __wrap_waitid(idtype_t kind, id_t id, siginfo_t* info, int options) {
  return make("waitid", {EINTR}, [&] { return __real_waitid(kind, id, info, options); });
}

int __real_kill(pid_t pid, int signal);
int __wrap_kill(pid_t pid, int signal) {
  return make("kill", {EPERM}, [&] { return __real_kill(pid, signal); });
}

int __real_sigaction(int signal, const struct sigaction* action, struct sigaction* before);
int __wrap_sigaction(int signal, const struct sigaction* action, struct sigaction* before) {
  return make("sigaction", {EINVAL}, [&] { return __real_sigaction(signal, action, before); });
}

int __real_chdir(const char* path);
int __wrap_chdir(const char* path) {
  return make("chdir", {EACCES, ENOENT}, [&] { return __real_chdir(path); });
}

int __real_execve(const char* path, char* const* arguments, char* const* environment);
int __wrap_execve(const char* path, char* const* arguments, char* const* environment) {
  return make("execve", {ENOMEM, EACCES}, [&] { return __real_execve(path, arguments, environment); });
}

// pidfd_open, close_range
long __real_syscall(long number, ...);
long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f) {
  return make("syscall", {EMFILE, ENOSYS}, [&] { return __real_syscall(number, a, b, c, d, e, f); });
}

// What std::thread is made by.
using ThreadState = std::unique_ptr<std::thread::_State>;
void __real__ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE(std::thread* self,
                                                                                                  ThreadState state,
                                                                                                  void (*depends)());
void __wrap__ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE(std::thread* self,
                                                                                                  ThreadState state,
                                                                                                  void (*depends)()) {
  if (const int error = fault_of("pthread_create", {EAGAIN, ENOMEM}))
    throw std::system_error(error, std::generic_category());
  __real__ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE(self, std::move(state),
                                                                                               depends);
}

/// \returns the errno with which vfork() is to fail, or 0
int fault_of_vfork() noexcept {
  const int error = fault_of("vfork", {EAGAIN, ENOMEM});
  if (error != 0) errno = error;
  return error;
}
}

// Nothing may return between the fork and the program, so the real one is not called but jumped to.
#if defined(__x86_64__)
asm(R"(
  .text
  .globl __wrap_vfork
  .type __wrap_vfork, @function
__wrap_vfork:
  subq $8, %rsp
  call fault_of_vfork@PLT
  addq $8, %rsp
  testl %eax, %eax
  jne 1f
  jmp __real_vfork@PLT
1:
  movl $-1, %eax
  ret
  .size __wrap_vfork, .-__wrap_vfork
)");
#endif
