#pragma once

#include "posix/loop/descriptor_channel.hpp"

namespace asyncio::native {

/// One end of a pipe, a terminal, or whatever else read() and write() work with.
class PipeChannel final : public DescriptorChannel {
 public:
  using DescriptorChannel::DescriptorChannel;

  using DescriptorChannel::receive;
  Input receive(std::span<char> into) override;
  Output send(std::string_view data) override;
  /// Nothing: the peer sees the end when the pipe is closed.
  void end_sending() override {}
  ExtraInfo extra_info(std::string_view name) const override;
};

/// Makes the descriptor non-blocking. \throws std::invalid_argument(complaint) if it is no pipe, socket or character
/// device; OSError
void prepare_pipe(int fd, const char* complaint);
/// Whether the descriptor tells, by being readable, that its reader has gone.
bool tells_of_lost_reader(int fd) noexcept;
/// Lets write() to a pipe without a reader fail, instead of ending the program: as Python does when it starts. A
/// handler of the program's own stays.
void ignore_broken_pipe_signal() noexcept;

}  // namespace asyncio::native
