#pragma once

#include "posix/loop/descriptor_channel.hpp"
#include "posix/net/send_file.hpp"

namespace asyncio::native {

/// A connected stream socket.
class SocketChannel final : public DescriptorChannel {
 public:
  SocketChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor socket);

  using DescriptorChannel::receive;
  Input receive(std::span<char> into) override;
  Output send(std::string_view data) override;
  bool can_send_files() const override { return sends_files; }
  Output send_file(int file, std::uint64_t offset, std::size_t most) override;
  void end_sending() override;
  ExtraInfo extra_info(std::string_view name) const override;

 private:
  Endpoint self_;
  Endpoint peer_;
};

}  // namespace asyncio::native
