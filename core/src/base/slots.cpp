#include "asyncio/detail/base/slots.hpp"

#include <algorithm>

namespace asyncio::detail {

namespace {

/// Bytes of a block's elements, unless one alone is larger.
constexpr std::size_t usual_room = 1000;

std::size_t round_up(std::size_t size, std::size_t alignment) { return (size + alignment - 1) / alignment * alignment; }

}  // namespace

Slots::Slots(std::size_t element_size, std::size_t alignment) noexcept
    : element_size_(element_size),
      alignment_(std::max(alignment, alignof(Block))),
      header_size_(round_up(sizeof(Block), alignment_)),
      room_(std::max(usual_room / element_size, std::size_t{1}) * element_size) {}

Slots::~Slots() {
  if (back_) drop(back_);
  if (spare_) ::operator delete(spare_, std::align_val_t(alignment_));
}

void Slots::add_block() {
  Block* const block = new_block();
  *block = {.next = nullptr, .previous = back_};
  if (back_) back_->next = block;
  begin_back(block);
  if (!front_) begin_front(block);
}

Slots::Block* Slots::new_block() {
  if (spare_) return std::exchange(spare_, nullptr);
  return static_cast<Block*>(::operator new(header_size_ + room_, std::align_val_t(alignment_)));
}

void Slots::drop(Block* block) noexcept {
  if (spare_)
    ::operator delete(block, std::align_val_t(alignment_));
  else
    spare_ = block;
}

void Slots::begin_front(Block* block) noexcept {
  front_ = block;
  first_ = begin_of(block);
  first_end_ = first_ + room_;
}

void Slots::begin_back(Block* block) noexcept {
  back_ = block;
  behind_ = behind_begin_ = begin_of(block);
  behind_end_ = behind_ + room_;
}

void Slots::leave_front() noexcept {
  if (size_ == 0) return rewind();
  Block* const empty = front_;
  begin_front(empty->next);
  front_->previous = nullptr;
  drop(empty);
}

void Slots::leave_back() noexcept {
  if (size_ == 0) return rewind();
  Block* const empty = back_;
  begin_back(empty->previous);
  behind_ = behind_end_;
  back_->next = nullptr;
  drop(empty);
}

/// Empty: the next element begins the block that is left.
void Slots::rewind() noexcept {
  if (front_ != back_) {
    back_->previous = nullptr;
    drop(front_);
  }
  begin_back(back_);
  begin_front(back_);
}

}  // namespace asyncio::detail
