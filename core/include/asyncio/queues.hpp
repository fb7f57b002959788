#pragma once

/// \file
/// `Queue`, `PriorityQueue`, `LifoQueue`. Source: Lib/asyncio/queues.py.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "asyncio/detail/base/slots.hpp"
#include "asyncio/event.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {

template <class T>
class Queue;

namespace detail {

/// The untemplated half of a queue: who waits, and what is unfinished.
class QueueCore {
 public:
  explicit QueueCore(std::size_t maxsize, const std::source_location& where);
  virtual ~QueueCore();

  std::size_t qsize() const noexcept { return size_; }
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
  /// `<Queue maxsize=2 items=2 putters=1 tasks=3>`, for people.
  std::string repr() const;

 protected:
  virtual void drop_item() = 0;
  virtual const char* name() const noexcept { return "Queue"; }
  /// \throws QueueShutDown, QueueFull
  void require_room() const;
  /// \throws QueueShutDown, QueueEmpty
  void require_item() const;
  void item_added();
  void item_removed();

 private:
  friend class QueueTurn;
  void wake_up_next(List<Waiter>& waiters);
  void wake_up_all(List<Waiter>& waiters);

  std::size_t maxsize_;
  std::size_t size_ = 0;
  std::size_t unfinished_ = 0;
  bool shut_down_ = false;
  Resource resource_;
  List<Waiter> getters_;
  List<Waiter> putters_;
  /// Those who have not gone on yet.
  List<Waiter> woken_;
  Event finished_;
};

/// A wait for an item, or for room, that goes on until there is one: another task may be faster.
class QueueTurn : public TaskAwaiter, private Waiter {
 public:
  bool await_ready() const noexcept { return !blocked(); }
  template <class P>
  void await_suspend(std::coroutine_handle<P> caller) {
    suspend(caller.promise());
  }

 protected:
  enum class To : bool { get, put };
  QueueTurn(QueueCore& queue, To to, const char* what) noexcept : Waiter(what), queue_(queue), to_(to) {}

  QueueCore& queue() const noexcept { return queue_; }
  /// After the wait, if there was one. \throws CancelledError, DestroyedError
  void end_wait() {
    if (suspended()) pass_on_error();
  }

 private:
  bool blocked() const noexcept { return to_ == To::get ? queue_.empty() : queue_.full(); }
  List<Waiter>& line() const noexcept { return to_ == To::get ? queue_.getters_ : queue_.putters_; }
  void suspend(PromiseBase& caller);
  bool waits_on() override;
  void pass_on_error();

  QueueCore& queue_;
  To to_;
};

template <class T>
class QueueGetAwaiter : public QueueTurn {
 public:
  QueueGetAwaiter(Queue<T>& queue, const char* what) noexcept : QueueTurn(queue, To::get, what) {}
  T await_resume() {
    end_wait();
    return static_cast<Queue<T>&>(queue()).get_nowait();
  }
};

/// What Queue::get() returns.
template <class T>
class [[nodiscard("nothing is taken until it is awaited: co_await it")]] QueueGet : public Operation<QueueGet<T>, T> {
 public:
  explicit QueueGet(Queue<T>& queue) noexcept : Operation<QueueGet<T>, T>("Queue.get"), queue_(&queue) {}
  QueueGetAwaiter<T> awaiter() { return QueueGetAwaiter<T>(*queue_, this->begin()); }

 private:
  Queue<T>* queue_;
};

template <class T>
class QueuePutAwaiter : public QueueTurn {
 public:
  QueuePutAwaiter(Queue<T>& queue, T& item, const char* what) noexcept : QueueTurn(queue, To::put, what), item_(item) {}
  void await_resume() {
    end_wait();
    static_cast<Queue<T>&>(queue()).put_nowait(std::move(item_));
  }

 private:
  T& item_;
};

/// What Queue::put() returns: holds the item until there is room.
template <class T>
class [[nodiscard("nothing is put until it is awaited: co_await it")]] QueuePut : public Operation<QueuePut<T>, void> {
 public:
  QueuePut(Queue<T>& queue, T item)
      : Operation<QueuePut<T>, void>("Queue.put"), queue_(&queue), item_(std::move(item)) {}
  QueuePutAwaiter<T> awaiter() { return QueuePutAwaiter<T>(*queue_, item_, this->begin()); }

 private:
  Queue<T>* queue_;
  T item_;
};

template <class T>
QueueGetAwaiter<T> make_awaiter(QueueGet<T>&& get) {
  return get.awaiter();
}
template <class T>
QueueGetAwaiter<T> make_awaiter(QueueGet<T>& get) {
  return get.awaiter();
}
template <class T>
QueuePutAwaiter<T> make_awaiter(QueuePut<T>&& put) {
  return put.awaiter();
}
template <class T>
QueuePutAwaiter<T> make_awaiter(QueuePut<T>& put) {
  return put.awaiter();
}

}  // namespace detail

/// A FIFO between tasks. Must outlive those who wait for it: else they get DestroyedError.
template <class T>
class Queue : public detail::QueueCore {
 public:
  /// \param maxsize the most items that it holds; 0 for any number. \param where named to whoever watches
  explicit Queue(std::size_t maxsize = 0, std::source_location where = std::source_location::current())
      : QueueCore(maxsize, where) {}

  /// Puts an item; suspends while the queue is full. \throws QueueShutDown
  detail::QueuePut<T> put(T item) { return detail::QueuePut<T>(*this, std::move(item)); }
  /// \throws QueueFull, QueueShutDown
  void put_nowait(T item) {
    require_room();
    add(std::move(item));
    item_added();
  }

  /// Takes an item; suspends while the queue is empty. One that is woken and cancelled passes its turn on, so no item
  /// is lost; another that comes between may take the item first. \throws QueueShutDown when it is shut down and empty
  detail::QueueGet<T> get() { return detail::QueueGet<T>(*this); }
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
  virtual T take() { return items_.take_front(); }
  void drop_item() override { take(); }

  detail::Items<T> items_;
};

/// Gives the smallest item first.
template <class T, class Compare = std::less<>>
class PriorityQueue : public Queue<T> {
  static_assert(std::is_invocable_v<const Compare&, const T&, const T&>,
                "asyncio: a PriorityQueue's items must be comparable: give them an operator<, or the queue a Compare");

 public:
  using Queue<T>::Queue;

 private:
  struct Later {
    bool operator()(const T& a, const T& b) const { return Compare()(b, a); }
  };
  const char* name() const noexcept override { return "PriorityQueue"; }
  void add(T item) override {
    heap_.push_back(std::move(item));
    std::push_heap(heap_.begin(), heap_.end(), Later());
  }
  T take() override {
    std::pop_heap(heap_.begin(), heap_.end(), Later());
    T item = std::move(heap_.back());
    heap_.pop_back();
    return item;
  }

  std::vector<T> heap_;
};

/// Gives the latest item first.
template <class T>
class LifoQueue : public Queue<T> {
 public:
  using Queue<T>::Queue;

 private:
  const char* name() const noexcept override { return "LifoQueue"; }
  T take() override { return this->items_.take_back(); }
};

}  // namespace asyncio
