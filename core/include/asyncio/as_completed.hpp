#pragma once

/// \file
/// `as_completed`. Source: Lib/asyncio/tasks.py.

#include <iterator>
#include <optional>
#include <vector>

#include "asyncio/clock.hpp"
#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/ensure_future.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {

struct AsCompletedOptions {
  std::optional<Duration> timeout = {};
};

namespace detail {

/// The untemplated half: futures in the order in which they end.
class CompletionCore : public RefCounted {
 public:
  static Ref<CompletionCore> make(const std::vector<AnyFuture>& futures, const AsCompletedOptions& options);

  /// Whether there is one more to ask for; counts it as asked for.
  virtual bool claim() noexcept = 0;
  virtual std::size_t left() const noexcept = 0;
  /// The next one that is done; none after the timeout.
  virtual Coro<AnyFuture> wait_for_one() = 0;
};

template <class H>
Coro<typename H::value_type> resolve_next(Ref<CompletionCore> core) {
  AnyFuture future = co_await core->wait_for_one();
  if (!future) throw TimeoutError();
  // It is done: this awaits nothing.
  co_return co_await Future<typename H::value_type>(future.ref());
}

}  // namespace detail

/// What as_completed() gives: iterate it plainly, for coroutines that give the next result, or with next(), for the
/// tasks.
template <class H>
class AsCompleted {
 public:
  explicit AsCompleted(detail::Ref<detail::CompletionCore> core, std::vector<H> handles)
      : core_(std::move(core)), handles_(std::move(handles)) {}

  /// The next task or future that is done; none after the last. \throws TimeoutError when the time is over
  Coro<std::optional<H>> next() {
    if (!core_->claim()) co_return std::nullopt;
    AnyFuture future = co_await core_->wait_for_one();
    if (!future) throw TimeoutError();
    co_return H(handle_of(future));
  }

  class Iterator {
   public:
    using value_type = Coro<typename H::value_type>;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(detail::Ref<detail::CompletionCore> core) : core_(std::move(core)) {}
    /// A coroutine that gives the result of the next one to end, or throws its error, or TimeoutError.
    value_type operator*() const {
      core_->claim();
      return detail::resolve_next<H>(core_);
    }
    Iterator& operator++() noexcept { return *this; }
    void operator++(int) noexcept {}
    bool operator==(std::default_sentinel_t) const noexcept { return core_->left() == 0; }

   private:
    detail::Ref<detail::CompletionCore> core_;
  };
  Iterator begin() const { return Iterator(core_); }
  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  const H& handle_of(const AnyFuture& future) const {
    for (const H& handle : handles_)
      if (handle == future) return handle;
    throw InvalidStateError("as_completed: unknown future");
  }

  detail::Ref<detail::CompletionCore> core_;
  std::vector<H> handles_;
};

namespace detail {

template <Awaitable A>
auto start_all(std::vector<A>&& given) {
  std::vector<A> awaitables = std::move(given);
  std::vector<decltype(ensure_future(std::move(awaitables.front())))> handles;
  handles.reserve(awaitables.size());
  for (A& awaitable : awaitables) handles.push_back(ensure_future(std::move(awaitable)));
  return handles;
}

}  // namespace detail

/// The results of awaitables in the order in which they end. Coroutines are made tasks at once. The timeout, from this
/// call on, makes each missing one a TimeoutError; the tasks go on. \throws std::runtime_error("no running event
/// loop"); std::invalid_argument (ValueError) for a future of another loop
template <Awaitable A>
auto as_completed(std::vector<A>&& awaitables, AsCompletedOptions options = {}) {
  auto handles = detail::start_all(std::move(awaitables));
  using H = typename decltype(handles)::value_type;
  auto core = detail::CompletionCore::make(std::vector<AnyFuture>(handles.begin(), handles.end()), options);
  return AsCompleted<H>(std::move(core), std::move(handles));
}
template <FutureLike A>
auto as_completed(const std::vector<A>& futures, AsCompletedOptions options = {}) {
  return as_completed(std::vector<A>(futures), options);
}
template <Coroutine A>
detail::VectorOfCoroutinesNotMoved<A> as_completed(const std::vector<A>&, AsCompletedOptions = {}) {
  return {};
}

}  // namespace asyncio
