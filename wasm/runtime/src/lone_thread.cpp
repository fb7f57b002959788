/// \file
/// What would wait for another thread. There is none here: libc's own return at once as if what they wait for had
/// happened, so that their callers ask again, for ever. The linker puts these in their place (`--wrap`).

#include <emscripten/threading.h>
#include <pthread.h>

#include <cerrno>
#include <ctime>

#include "ending.hpp"

namespace {

[[noreturn]] void nobody_will(const char* what) { asyncio::wasm::end_by_misuse(what); }

double milliseconds_until(const timespec& deadline) {
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<double>(deadline.tv_sec - now.tv_sec) * 1e3 +
         static_cast<double>(deadline.tv_nsec - now.tv_nsec) / 1e6;
}

/// Of libc's mutex, whose words its functions leave alone here: what is zero in a constant one.
int& holds(pthread_mutex_t* mutex) { return mutex->__u.__i[1]; }
int& kind(pthread_mutex_t* mutex) { return mutex->__u.__i[0]; }

bool taken(pthread_mutex_t* mutex) { return holds(mutex) > 0 && kind(mutex) != PTHREAD_MUTEX_RECURSIVE; }

}  // namespace

extern "C" {

int __wrap_pthread_cond_wait(pthread_cond_t*, pthread_mutex_t*) {
  nobody_will(
      "waits for another thread (a future, a condition variable), and there is none here that could end that; "
      "std::async and std::thread have none to start");
}

int __wrap_pthread_cond_timedwait(pthread_cond_t*, pthread_mutex_t*, const timespec* deadline) {
  // The wall clock tells whole milliseconds: the one that has begun must be over as well.
  if (const double wait = milliseconds_until(*deadline); wait > 0) emscripten_thread_sleep(wait + 1);
  return ETIMEDOUT;
}

int __wrap_pthread_mutexattr_settype(pthread_mutexattr_t* attributes, int type) {
  attributes->__attr = static_cast<unsigned>(type);
  return 0;
}

int __wrap_pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) {
  *mutex = PTHREAD_MUTEX_INITIALIZER;
  if (attributes) kind(mutex) = static_cast<int>(attributes->__attr);
  return 0;
}

int __wrap_pthread_mutex_trylock(pthread_mutex_t* mutex) {
  if (taken(mutex)) return EBUSY;
  ++holds(mutex);
  return 0;
}

int __wrap_pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (taken(mutex)) nobody_will("locks a mutex that is locked already, and there is no other thread to unlock it");
  ++holds(mutex);
  return 0;
}

int __wrap_pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (holds(mutex) > 0) --holds(mutex);
  return 0;
}

/// Behind std::atomic's wait(), std::latch, std::barrier and std::counting_semaphore.
void __wrap__ZNSt3__220__libcpp_atomic_waitEPVKvx(const volatile void*, long long) {
  nobody_will(
      "waits for another thread to change an atomic object, a latch, a barrier or a semaphore, and there is none");
}
void __wrap__ZNSt3__220__libcpp_atomic_waitEPVKNS_17__cxx_atomic_implIxNS_22__cxx_atomic_base_implIxEEEEx(
    const volatile void*, long long) {
  nobody_will(
      "waits for another thread to change an atomic object, a latch, a barrier or a semaphore, and there is none");
}
}
