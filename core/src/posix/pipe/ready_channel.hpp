#pragma once

#include <array>

#include "posix/pipe/pipe_channel.hpp"

namespace asyncio::native {

/// A file, or a device such as /dev/null: never makes anybody wait, and so cannot be waited for. It is said to be ready
/// in each iteration.
class ReadyChannel final : public detail::Channel {
 public:
  ReadyChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor file)
      : loop_(loop), reactor_(reactor), file_(std::move(file)) {}
  ~ReadyChannel() override { close(); }

  Input receive() override { return receive(reactor_.read_buffer()); }
  Input receive(std::span<char> into) override;
  Output send(std::string_view data) override;
  void end_sending() override {}
  void watch(detail::Direction direction, detail::Runnable& callback) override;
  void unwatch(detail::Direction direction) override;
  void close() noexcept override;
  ExtraInfo extra_info(std::string_view name) const override;

 private:
  void notify(detail::Direction direction) noexcept;

  detail::LoopCore& loop_;
  detail::Reactor& reactor_;
  Descriptor file_;
  /// By direction.
  std::array<detail::Runnable*, 2> watchers_{};
};

}  // namespace asyncio::native
