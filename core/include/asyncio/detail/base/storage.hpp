#pragma once

/// \file
/// Room for a result: a value, a reference, or nothing at all.

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace asyncio::detail {

/// Whether a storage has its value, for those who do not know the type: the first thing in each.
class Fullness {
 public:
  bool full() const noexcept { return full_; }

 protected:
  bool full_ = false;
};

/// Room for a T that may not be there yet.
template <class T>
class Storage : public Fullness {
 public:
  Storage() noexcept {}
  Storage(const Storage& other)
    requires std::is_copy_constructible_v<T>
      : Fullness() {
    if (other.full_) emplace(other.value_);
  }
  Storage(Storage&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : Fullness() {
    if (other.full_) emplace(std::move(other.value_));
  }
  Storage& operator=(Storage other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    clear();
    if (other.full_) emplace(std::move(other.value_));
    return *this;
  }
  ~Storage() { clear(); }

  template <class... A>
  void emplace(A&&... a) {
    clear();
    ::new (const_cast<void*>(static_cast<const volatile void*>(std::addressof(value_)))) T(std::forward<A>(a)...);
    full_ = true;
  }
  T& get() noexcept { return value_; }
  const T& get() const noexcept { return value_; }
  T take() { return std::move(value_); }
  void clear() noexcept {
    if (full_) value_.~T();
    full_ = false;
  }

 private:
  union {
    T value_;
  };
};

template <class T>
class Storage<T&> : public Fullness {
 public:
  void emplace(T& value) noexcept {
    value_ = std::addressof(value);
    full_ = true;
  }
  T& get() const noexcept { return *value_; }
  T& take() const noexcept { return *value_; }
  void clear() noexcept { full_ = false; }

 private:
  T* value_ = nullptr;
};

template <>
class Storage<void> : public Fullness {
 public:
  void emplace() noexcept { full_ = true; }
  void get() const noexcept {}
  void take() const noexcept {}
  void clear() noexcept { full_ = false; }
};

/// `const T&`, but `T&` for a reference and `void` for nothing.
template <class T>
struct ConstReference {
  using type = const T&;
};
template <class T>
struct ConstReference<T&> {
  using type = T&;
};
template <>
struct ConstReference<void> {
  using type = void;
};
template <class T>
using const_reference_t = typename ConstReference<T>::type;

}  // namespace asyncio::detail
