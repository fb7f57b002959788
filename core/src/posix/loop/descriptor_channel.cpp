#include "posix/loop/descriptor_channel.hpp"

#include <cerrno>

namespace asyncio::native {

DescriptorChannel::DescriptorChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor descriptor)
    : loop_(loop), reactor_(reactor), descriptor_(std::move(descriptor)) {
  reactor_.claim(fd());
}

void DescriptorChannel::watch(detail::Direction direction, detail::Runnable& callback) {
  reactor_.watch(loop_, fd(), direction, callback);
}

void DescriptorChannel::unwatch(detail::Direction direction) {
  // Noticed, but not run yet: it will not.
  if (detail::Runnable* callback = reactor_.unwatch(fd(), direction)) callback->unlink();
}

void DescriptorChannel::close() noexcept {
  if (!open()) return;
  unwatch(detail::Direction::read);
  unwatch(detail::Direction::write);
  reactor_.disclaim(fd());
  descriptor_.reset();
}

detail::Channel::Input DescriptorChannel::received(std::span<char> into, ssize_t count) {
  if (count > 0) return {Input::Kind::data, {into.data(), static_cast<std::size_t>(count)}};
  if (count == 0) return {Input::Kind::end};
  if (try_again(errno)) return {Input::Kind::nothing_yet};
  return {Input::Kind::error, {}, errno};
}

detail::Channel::Output DescriptorChannel::sent(ssize_t count) {
  if (count >= 0) return {static_cast<std::size_t>(count)};
  if (try_again(errno)) return {};
  return {0, errno};
}

}  // namespace asyncio::native
