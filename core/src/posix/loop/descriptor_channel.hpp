#pragma once

#include <sys/types.h>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/stream/channel.hpp"
#include "loop/reactor.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {

/// What sockets and pipes have in common.
class DescriptorChannel : public detail::Channel {
 public:
  DescriptorChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor descriptor);
  ~DescriptorChannel() override { close(); }

  Input receive() final { return receive(reactor_.read_buffer()); }
  using Channel::receive;
  void watch(detail::Direction direction, detail::Runnable& callback) override;
  void unwatch(detail::Direction direction) override;
  void close() noexcept override;

 protected:
  int fd() const noexcept { return descriptor_.get(); }
  bool open() const noexcept { return static_cast<bool>(descriptor_); }
  /// Of what read() into `into`, or write(), returned.
  static Input received(std::span<char> into, ssize_t count);
  static Output sent(ssize_t count);

 private:
  detail::LoopCore& loop_;
  detail::Reactor& reactor_;
  Descriptor descriptor_;
};

}  // namespace asyncio::native
