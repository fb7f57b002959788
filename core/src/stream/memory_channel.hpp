#pragma once

/// \file
/// Connections within one loop, without a socket.

#include <utility>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/stream/byte_buffer.hpp"
#include "asyncio/detail/stream/channel.hpp"

namespace asyncio::detail {

/// One direction of a connection in memory. Its callbacks come at the loop's next look for events, as a socket's would.
class MemoryPipe final : public RefCounted {
 public:
  /// What fits in before the writer has to wait: what a socket's buffers would hold.
  static constexpr std::size_t capacity = 64 * 1024;

  explicit MemoryPipe(LoopCore& loop) noexcept : loop_(loop) {}

  std::size_t put(std::string_view data);
  /// As many bytes as there are, but at most so many.
  std::string take(std::size_t most);
  void end() noexcept;
  void drop_reader() noexcept;

  bool empty() const noexcept { return bytes_.empty(); }
  bool ended() const noexcept { return ended_; }
  bool reader_gone() const noexcept { return reader_gone_; }
  bool has_room() const noexcept { return bytes_.size() < capacity; }

  void watch_reader(Runnable* reader) noexcept;
  void watch_writer(Runnable* writer) noexcept;

 private:
  void notify(Runnable* callback) noexcept;

  LoopCore& loop_;
  ByteBuffer bytes_;
  Runnable* reader_ = nullptr;
  Runnable* writer_ = nullptr;
  bool ended_ = false;
  bool reader_gone_ = false;
};

/// One end of a connection in memory.
class MemoryChannel final : public Channel {
 public:
  MemoryChannel(Ref<MemoryPipe> in, Ref<MemoryPipe> out, Endpoint self, Endpoint peer);
  ~MemoryChannel() override { close(); }

  Input receive() override;
  Input receive(std::span<char> into) override;
  Output send(std::string_view data) override;
  void end_sending() override { out_->end(); }
  void watch(Direction direction, Runnable& callback) override;
  void unwatch(Direction direction) override;
  void close() noexcept override;
  ExtraInfo extra_info(std::string_view name) const override;

 private:
  Ref<MemoryPipe> in_;
  Ref<MemoryPipe> out_;
  Endpoint self_;
  Endpoint peer_;
  std::string received_;
};

/// Both ends of a new connection.
std::pair<ChannelPtr, ChannelPtr> make_memory_channels(LoopCore& loop, const Endpoint& first, const Endpoint& second);

}  // namespace asyncio::detail
