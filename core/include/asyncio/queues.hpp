#pragma once

/// \file
/// `Queue`, `PriorityQueue`, `LifoQueue`. Source: Lib/asyncio/queues.py.

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <utility>

#include "asyncio/event.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace detail {

/// The untemplated half of a queue: who waits, and what is unfinished.
class QueueCore {
 public:
  explicit QueueCore(std::size_t maxsize);
  virtual ~QueueCore() = default;

  virtual std::size_t qsize() const noexcept = 0;
  bool empty() const noexcept { return qsize() == 0; }
  bool full() const noexcept { return maxsize_ != 0 && qsize() >= maxsize_; }
  std::size_t maxsize() const noexcept { return maxsize_; }

  /// Says that an item that was taken is dealt with. \throws std::invalid_argument("task_done() called too many times")
  void task_done();
  /// Waits until task_done() was called for every item that was put.
  Coro<void> join();
  /// Ends the queue: put() throws QueueShutDown at once, get() when the queue is empty. \param immediate drops the
  /// items.
  void shutdown(bool immediate = false);

 protected:
  virtual void drop_item() = 0;
  /// Suspends while the queue is full. \throws QueueShutDown
  Coro<void> wait_for_room();
  /// Suspends while the queue is empty. \throws QueueShutDown
  Coro<void> wait_for_item();
  /// \throws QueueShutDown, QueueFull
  void require_room() const;
  /// \throws QueueShutDown, QueueEmpty
  void require_item() const;
  void item_added();
  void item_removed();

 private:
  static void wake_up_next(List<Waiter>& waiters);
  static void wake_up_all(List<Waiter>& waiters);

  std::size_t maxsize_;
  std::size_t unfinished_ = 0;
  bool shut_down_ = false;
  LoopBound loop_;
  List<Waiter> getters_;
  List<Waiter> putters_;
  Event finished_;
};

}  // namespace detail

/// A FIFO between tasks. Must outlive those who wait for it.
template <class T>
class Queue : public detail::QueueCore {
 public:
  /// \param maxsize the most items that it holds; 0 for any number.
  explicit Queue(std::size_t maxsize = 0) : QueueCore(maxsize) {}

  std::size_t qsize() const noexcept override { return items_.size(); }

  /// Puts an item; suspends while the queue is full. \throws QueueShutDown
  Coro<void> put(T item) {
    if (full()) co_await wait_for_room();
    put_nowait(std::move(item));
  }
  /// \throws QueueFull, QueueShutDown
  void put_nowait(T item) {
    require_room();
    add(std::move(item));
    item_added();
  }

  /// Takes an item; suspends while the queue is empty. One that is woken and cancelled passes its turn on, so no item
  /// is lost; another that comes between may take the item first. \throws QueueShutDown when it is shut down and empty
  Coro<T> get() { return Coro<T>(get_leaf, this); }
  /// \throws QueueEmpty, QueueShutDown
  T get_nowait() {
    require_item();
    T item = take();
    item_removed();
    return item;
  }
  /// An item if there is one.
  std::optional<T> try_get() {
    if (empty()) return std::nullopt;
    return get_nowait();
  }

 protected:
  virtual void add(T item) { items_.push_back(std::move(item)); }
  virtual T take() {
    T item = std::move(items_.front());
    items_.pop_front();
    return item;
  }
  void drop_item() override { take(); }

  std::deque<T> items_;

 private:
  bool try_get_now(detail::CallBase& call) {
    if (empty()) return false;
    static_cast<detail::Call<T>&>(call).value.emplace(get_nowait());
    return true;
  }
  Coro<T> wait_and_get() {
    co_await wait_for_item();
    co_return get_nowait();
  }
  static constexpr detail::Leaf get_leaf =
      detail::leaf_of<Queue, &Queue::try_get_now, &Queue::wait_and_get>("Queue.get");
};

/// Gives the smallest item first.
template <class T, class Compare = std::less<>>
class PriorityQueue : public Queue<T> {
 public:
  using Queue<T>::Queue;

 private:
  struct Later {
    bool operator()(const T& a, const T& b) const { return Compare()(b, a); }
  };
  void add(T item) override {
    this->items_.push_back(std::move(item));
    std::push_heap(this->items_.begin(), this->items_.end(), Later());
  }
  T take() override {
    std::pop_heap(this->items_.begin(), this->items_.end(), Later());
    T item = std::move(this->items_.back());
    this->items_.pop_back();
    return item;
  }
};

/// Gives the latest item first.
template <class T>
class LifoQueue : public Queue<T> {
 public:
  using Queue<T>::Queue;

 private:
  T take() override {
    T item = std::move(this->items_.back());
    this->items_.pop_back();
    return item;
  }
};

}  // namespace asyncio
