#include "posix/pipe/ready_channel.hpp"

#include <cerrno>

namespace asyncio::native {

using detail::Direction;
using detail::Runnable;

detail::Channel::Input ReadyChannel::receive(std::span<char> into) {
  const ssize_t count = ::read(file_.get(), into.data(), into.size());
  const int code = errno;
  notify(Direction::read);
  if (count > 0) return {Input::Kind::data, {into.data(), static_cast<std::size_t>(count)}};
  if (count == 0) return {Input::Kind::end};
  if (try_again(code)) return {Input::Kind::nothing_yet};
  return {Input::Kind::error, {}, code};
}

detail::Channel::Output ReadyChannel::send(std::string_view data) {
  const ssize_t count = ::write(file_.get(), data.data(), data.size());
  const int code = errno;
  notify(Direction::write);
  if (count >= 0) return {static_cast<std::size_t>(count)};
  if (try_again(code)) return {};
  return {0, code};
}

void ReadyChannel::watch(Direction direction, Runnable& callback) {
  watchers_[static_cast<std::size_t>(direction)] = &callback;
  notify(direction);
}

void ReadyChannel::unwatch(Direction direction) {
  // Who does not watch any more is not told of what was noticed before.
  if (Runnable* callback = std::exchange(watchers_[static_cast<std::size_t>(direction)], nullptr)) callback->unlink();
}

void ReadyChannel::notify(Direction direction) noexcept {
  Runnable* const callback = watchers_[static_cast<std::size_t>(direction)];
  if (callback && !callback->linked()) loop_.push_polled(*callback);
}

void ReadyChannel::close() noexcept {
  unwatch(Direction::read);
  unwatch(Direction::write);
  file_.reset();
}

ExtraInfo ReadyChannel::extra_info(std::string_view name) const {
  if (name == "pipe" && file_) return ExtraInfo(file_.get());
  return {};
}

}  // namespace asyncio::native
