#pragma once

/// \file
/// A counted reference within one thread: no atomics, one pointer.

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "asyncio/detail/base/frame_pool.hpp"

namespace asyncio::detail {

/// Base of what Ref counts. A loop and all that belongs to it live on one thread, so the count is a plain integer.
class RefCounted {
 public:
  RefCounted() noexcept = default;
  RefCounted(const RefCounted&) = delete;
  RefCounted& operator=(const RefCounted&) = delete;

  // States come from the same free lists as frames: they are made and dropped as often.
  static void* operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void* memory, std::size_t size) noexcept { free_frame(memory, size); }

  void retain() const noexcept { ++references_; }
  void release() const noexcept {
    if (--references_ == 0) const_cast<RefCounted*>(this)->destroy();
  }
  std::uint32_t use_count() const noexcept { return references_; }

 protected:
  virtual ~RefCounted() = default;
  /// The last reference has gone.
  virtual void destroy() noexcept { delete this; }

 private:
  mutable std::uint32_t references_ = 0;
};

/// An owning pointer to a RefCounted.
template <class T>
class Ref {
 public:
  Ref() noexcept = default;
  Ref(T* object) noexcept : object_(object) {
    if (object_) object_->retain();
  }
  Ref(const Ref& other) noexcept : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <class U>
    requires(!std::is_same_v<T, U> && std::is_convertible_v<U*, T*>)
  Ref(const Ref<U>& other) noexcept : Ref(other.get()) {}
  /// Leaves nothing behind: what is handed to another thread must not be counted here any more.
  template <class U>
    requires(!std::is_same_v<T, U> && std::is_convertible_v<U*, T*>)
  Ref(Ref<U>&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_) object_->release();
  }

  T* get() const noexcept { return object_; }
  T& operator*() const noexcept { return *object_; }
  T* operator->() const noexcept { return object_; }
  explicit operator bool() const noexcept { return object_ != nullptr; }
  friend bool operator==(const Ref& a, const Ref& b) noexcept { return a.object_ == b.object_; }

 private:
  template <class>
  friend class Ref;

  T* object_ = nullptr;
};

}  // namespace asyncio::detail
