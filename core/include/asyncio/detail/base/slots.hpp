#pragma once

/// \file
/// A row of elements of one type, added behind and taken at either end.

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace asyncio::detail {

/// The untemplated half: places in linked blocks, so that no element ever moves. It knows of an element only its size.
class Slots {
 public:
  Slots(std::size_t element_size, std::size_t alignment) noexcept;
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;

  std::size_t size() const noexcept { return size_; }

 protected:
  /// The elements must be gone.
  ~Slots();

  std::byte* first() const noexcept { return first_; }
  std::byte* last() const noexcept { return behind_ - element_size_; }
  /// Where the next element is to be made; grow() makes it the last. \throws std::bad_alloc
  std::byte* behind() {
    if (behind_ == behind_end_) add_block();
    return behind_;
  }
  void grow() noexcept {
    behind_ += element_size_;
    ++size_;
  }
  /// The first element was destroyed. There must have been one.
  void shrink_front() noexcept {
    first_ += element_size_;
    if (--size_ == 0 || first_ == first_end_) leave_front();
  }
  /// The last element was destroyed. There must have been one.
  void shrink_back() noexcept {
    behind_ -= element_size_;
    if (--size_ == 0 || behind_ == behind_begin_) leave_back();
  }

 private:
  struct Block {
    Block* next;
    Block* previous;
  };

  std::byte* begin_of(Block* block) const noexcept { return reinterpret_cast<std::byte*>(block) + header_size_; }
  void add_block();
  Block* new_block();
  void drop(Block* block) noexcept;
  void begin_front(Block* block) noexcept;
  void begin_back(Block* block) noexcept;
  void leave_front() noexcept;
  void leave_back() noexcept;
  void rewind() noexcept;

  std::size_t element_size_;
  std::size_t alignment_;
  std::size_t header_size_;
  /// Bytes of a block's elements.
  std::size_t room_;
  std::size_t size_ = 0;
  std::byte* first_ = nullptr;
  std::byte* first_end_ = nullptr;
  std::byte* behind_ = nullptr;
  std::byte* behind_begin_ = nullptr;
  std::byte* behind_end_ = nullptr;
  Block* front_ = nullptr;
  Block* back_ = nullptr;
  /// The block that was emptied last: a queue about whose ends it goes to and fro asks for no memory.
  Block* spare_ = nullptr;
};

/// What a queue uses of a std::deque, with far less to compile for each type.
template <class T>
class Items : public Slots {
 public:
  Items() noexcept : Slots(sizeof(T), alignof(T)) {}
  ~Items() {
    while (size() != 0) drop_front();
  }

  void push_back(T item) {
    ::new (static_cast<void*>(behind())) T(std::move(item));
    grow();
  }
  T take_front() {
    T item = std::move(element(first()));
    drop_front();
    return item;
  }
  T take_back() {
    T item = std::move(element(last()));
    std::destroy_at(&element(last()));
    shrink_back();
    return item;
  }

 private:
  static T& element(std::byte* place) noexcept { return *std::launder(reinterpret_cast<T*>(place)); }
  void drop_front() {
    std::destroy_at(&element(first()));
    shrink_front();
  }
};

}  // namespace asyncio::detail
