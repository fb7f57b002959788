#pragma once

#include <memory>

#include "asyncio/detail/channel.hpp"
#include "asyncio/detail/loop_core.hpp"
#include "asyncio/detail/reactor.hpp"
#include "descriptor.hpp"

namespace asyncio::native {

/// A connected stream socket.
class SocketChannel final : public detail::Channel {
 public:
  /// What one recv() takes at most, as in CPython.
  static constexpr std::size_t read_size = 256 * 1024;

  /// \param buffer of read_size, shared by all channels of the loop
  SocketChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor socket, char* buffer);
  ~SocketChannel() override { close(); }

  Input receive() override;
  Output send(std::string_view data) override;
  void end_sending() override;
  void watch(detail::Direction direction, detail::Runnable& callback) override;
  void unwatch(detail::Direction direction) override;
  void close() noexcept override;
  ExtraInfo extra_info(std::string_view name) const override;

 private:
  detail::LoopCore& loop_;
  detail::Reactor& reactor_;
  Descriptor socket_;
  char* buffer_;
  Endpoint self_;
  Endpoint peer_;
};

}  // namespace asyncio::native
