#pragma once

/// \file
/// The loop's queue: a ring of pointers. Against an intrusive list it costs one store less a push, and what runs soon
/// is known early enough to be fetched into the cache (docs/performance.md).

#include <cstddef>
#include <cstdint>
#include <memory>

#include "asyncio/detail/loop/runnable.hpp"

namespace asyncio::detail {

/// A FIFO of what others own. One that is destroyed while it is queued leaves an empty slot behind.
class ReadyQueue {
 public:
  ReadyQueue() : slots_(new Slot[smallest]{}) {}
  ReadyQueue(const ReadyQueue&) = delete;
  ReadyQueue& operator=(const ReadyQueue&) = delete;
  ~ReadyQueue();

  /// Whether there are no slots left to pop; they may be empty ones.
  bool empty() noexcept { return head_ == tail_ && !(limit_ == 0 && refill()); }
  /// How many slots were ever popped, and pushed: the marks between which a batch lies.
  std::size_t head() const noexcept { return head_; }
  std::size_t tail() const noexcept { return tail_; }

  /// \param touches what running it will touch besides, to be fetched into the cache in time: a task's frame
  void push(Runnable& node, const void* touches) noexcept {
    if (tail_ - head_ >= limit_ && !grow()) [[unlikely]]
      return overflow_.add(node);
    put(tail_++, node, touches);
  }
  void push(Runnable& node) noexcept { push(node, &node); }

  /// What stands at a position between head() and tail(); null in an empty slot.
  Runnable* at(std::size_t position) noexcept { return slot(position).node; }
  /// Lets what stands at two positions change places.
  void exchange(std::size_t one, std::size_t other) noexcept;

  /// The next one, or null for an empty slot. \pre !empty()
  Runnable* pop() noexcept {
    fetch(slot(head_ + look_ahead));
    Runnable*& place = slot(head_++).node;
    Runnable* node = std::exchange(place, nullptr);
    if (node) node->place_ = nullptr;
    return node;
  }

 private:
  struct Slot {
    Runnable* node;
    const void* touches;
  };
  static constexpr std::size_t smallest = 64;
  /// Far enough for memory to answer, near enough not to be driven out of the cache again.
  static constexpr std::size_t look_ahead = 6;

  static void fetch(const Slot& slot) noexcept {
    constexpr std::size_t cache_line = 64;
    __builtin_prefetch(slot.node);
    __builtin_prefetch(slot.touches);
    // A number, as an empty slot has no address to add to.
    __builtin_prefetch(reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(slot.touches) + cache_line));
  }

  Slot& slot(std::size_t position) noexcept { return slots_[position & mask_]; }
  void put(std::size_t position, Runnable& node, const void* touches) noexcept {
    Slot& place = slot(position);
    place = {&node, touches};
    node.place_ = &place.node;
  }
  /// \returns whether there is room now
  bool grow() noexcept;
  /// Moves what had no room into the ring. \pre the ring is empty. \returns whether there was any
  bool refill() noexcept;

  /// A power of two of them.
  std::unique_ptr<Slot[]> slots_;
  std::size_t mask_ = smallest - 1;
  /// With so many in it, the ring takes no more: how many slots there are, or none while others wait for room.
  std::size_t limit_ = smallest;
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
  /// Without memory to grow, what is pushed waits here until the ring is empty: it comes an iteration later, but it
  /// comes. Who schedules cannot fail.
  CallbackList overflow_;
  /// The first of those, the oldest one on top.
  CallbackList next_;
};

}  // namespace asyncio::detail
