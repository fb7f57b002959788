#include "stream/memory_channel.hpp"

#include <algorithm>
#include <cerrno>

namespace asyncio::detail {

std::size_t MemoryPipe::put(std::string_view data) {
  const std::size_t count = std::min(data.size(), capacity - std::min(capacity, bytes_.size()));
  bytes_.append(data.substr(0, count));
  if (count) notify(reader_);
  return count;
}

std::string MemoryPipe::take(std::size_t most) {
  std::string data = bytes_.take(most);
  notify(writer_);
  // The end comes by itself, after the last bytes.
  if (ended_ || !empty()) notify(reader_);
  return data;
}

void MemoryPipe::end() noexcept {
  if (!std::exchange(ended_, true)) notify(reader_);
}

void MemoryPipe::drop_reader() noexcept {
  if (!std::exchange(reader_gone_, true)) notify(writer_);
}

void MemoryPipe::watch_reader(Runnable* reader) noexcept {
  // Who does not watch any more is not told of what was noticed before.
  if (reader_) reader_->unlink();
  reader_ = reader;
  if (!empty() || ended_) notify(reader_);
}

void MemoryPipe::watch_writer(Runnable* writer) noexcept {
  if (writer_) writer_->unlink();
  writer_ = writer;
  if (has_room() || reader_gone_) notify(writer_);
}

void MemoryPipe::notify(Runnable* callback) noexcept {
  if (callback && !callback->linked()) loop_.push_polled(*callback);
}

MemoryChannel::MemoryChannel(Ref<MemoryPipe> in, Ref<MemoryPipe> out, Endpoint self, Endpoint peer)
    : in_(std::move(in)), out_(std::move(out)), self_(std::move(self)), peer_(std::move(peer)) {}

Channel::Input MemoryChannel::receive() {
  if (in_->empty()) return {in_->ended() ? Input::Kind::end : Input::Kind::nothing_yet};
  received_ = in_->take(MemoryPipe::capacity);
  return {Input::Kind::data, received_};
}

Channel::Input MemoryChannel::receive(std::span<char> into) {
  if (in_->empty()) return {in_->ended() ? Input::Kind::end : Input::Kind::nothing_yet};
  const std::size_t count = in_->take(into.size()).copy(into.data(), into.size());
  return {Input::Kind::data, {into.data(), count}};
}

Channel::Output MemoryChannel::send(std::string_view data) {
  if (out_->reader_gone() || out_->ended()) return {0, EPIPE};
  return {out_->put(data)};
}

void MemoryChannel::watch(Direction direction, Runnable& callback) {
  if (direction == Direction::read) {
    in_->watch_reader(&callback);
  } else {
    out_->watch_writer(&callback);
  }
}

void MemoryChannel::unwatch(Direction direction) {
  if (direction == Direction::read) {
    in_->watch_reader(nullptr);
  } else {
    out_->watch_writer(nullptr);
  }
}

void MemoryChannel::close() noexcept {
  unwatch(Direction::read);
  unwatch(Direction::write);
  out_->end();
  in_->drop_reader();
}

ExtraInfo MemoryChannel::extra_info(std::string_view name) const {
  if (name == "peername") return peer_;
  if (name == "sockname") return self_;
  return {};
}

std::pair<ChannelPtr, ChannelPtr> make_memory_channels(LoopCore& loop, const Endpoint& first, const Endpoint& second) {
  const Ref<MemoryPipe> there(new MemoryPipe(loop));
  const Ref<MemoryPipe> back(new MemoryPipe(loop));
  return {std::make_unique<MemoryChannel>(back, there, first, second),
          std::make_unique<MemoryChannel>(there, back, second, first)};
}

}  // namespace asyncio::detail
