#include "loop/user_callbacks.hpp"

#include <cerrno>
#include <stdexcept>

#include "asyncio/os_error.hpp"

namespace asyncio::detail {
namespace {

/// Whether it is what the system says of a signal that cannot be caught.
bool is_invalid_argument(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const OSError& system) {
    return system.code().value() == EINVAL;
  } catch (...) {
    return false;
  }
}

}  // namespace

UserCallbacks::~UserCallbacks() { drop_all(); }

void UserCallbacks::drop_all() noexcept {
  Reactor* reactor = loop_.host().reactor();
  for (const auto& [key, handle] : descriptors_) {
    reactor->unwatch(key.first, key.second, *handle);
    handle->unlink();
  }
  descriptors_.clear();
  for (const auto& [signal, handle] : signals_) {
    reactor->unwatch_signal(signal, *handle);
    handle->unlink();
  }
  signals_.clear();
}

void UserCallbacks::add(int fd, Direction direction, Ref<PersistentHandle> handle) {
  Reactor& reactor = require_reactor(loop_, direction == Direction::read ? "add_reader()" : "add_writer()");
  reactor.require_unclaimed(fd);
  const Key key(fd, direction);
  if (reactor.watched(fd, direction) && !descriptors_.contains(key))
    throw std::runtime_error("File descriptor " + std::to_string(fd) + " is used by transport");
  // First its place: what is watched is kept.
  Ref<PersistentHandle>& place = descriptors_[key];
  try {
    reactor.watch(loop_, fd, direction, *handle);
  } catch (...) {
    if (!place) descriptors_.erase(key);
    throw;
  }
  if (place) place->unlink();
  place = std::move(handle);
}

bool UserCallbacks::remove(int fd, Direction direction) {
  Reactor& reactor = require_reactor(loop_, direction == Direction::read ? "remove_reader()" : "remove_writer()");
  reactor.require_unclaimed(fd);
  const auto found = descriptors_.find(Key(fd, direction));
  if (found == descriptors_.end()) return false;
  reactor.unwatch(fd, direction, *found->second);
  // Noticed, but not run yet: it will not.
  found->second->unlink();
  descriptors_.erase(found);
  return true;
}

void UserCallbacks::add_signal(int signal, Ref<PersistentHandle> handle) {
  Reactor& reactor = require_reactor(loop_, "add_signal_handler()");
  Ref<PersistentHandle>& place = signals_[signal];
  try {
    reactor.watch_signal(loop_, signal, *handle);
  } catch (...) {
    if (!place) signals_.erase(signal);
    if (is_invalid_argument(std::current_exception()))
      throw std::runtime_error("sig " + std::to_string(signal) + " cannot be caught");
    throw;
  }
  if (place) place->unlink();
  place = std::move(handle);
}

bool UserCallbacks::remove_signal(int signal) {
  Reactor& reactor = require_reactor(loop_, "remove_signal_handler()");
  reactor.require_signal(signal);
  const auto found = signals_.find(signal);
  if (found == signals_.end()) return false;
  reactor.unwatch_signal(signal, *found->second);
  found->second->unlink();
  signals_.erase(found);
  return true;
}

UserCallbacks& user_callbacks(LoopCore& loop) {
  if (!loop.user_callbacks) loop.user_callbacks = std::make_unique<UserCallbacks>(loop);
  return static_cast<UserCallbacks&>(*loop.user_callbacks);
}

}  // namespace asyncio::detail
