#pragma once

/// \file
/// Context variables. Source of the semantics: PEP 567, Lib/contextvars.py, Python/context.c.

#include <optional>
#include <stdexcept>
#include <string>

#include "asyncio/detail/coroutine/context_holder.hpp"

namespace asyncio {

template <class T>
class ContextVar;

/// A set of values for context variables. A handle: copies name the same context. \see copy_context
class Context {
 public:
  /// An empty context.
  Context();
  explicit Context(detail::Ref<detail::ContextCell> cell) noexcept : cell_(std::move(cell)) {}

  /// Calls `f` with this context as the current one; what `f` sets stays in this context.
  /// \throws std::runtime_error if the context is entered already.
  template <class F>
  auto run(F&& f) {
    Entered entered(*this);
    return std::forward<F>(f)();
  }

  /// The value that the variable has in this context, as `ctx[var]`. \throws std::out_of_range if it has none.
  template <class T>
  T get(const ContextVar<T>& var) const;

  /// A new context with the same values.
  Context copy() const;

  friend bool operator==(const Context&, const Context&) = default;

 private:
  friend class ContextRef;
  class Entered {
   public:
    explicit Entered(Context& context);
    ~Entered();

   private:
    detail::Ref<detail::ContextCell> cell_;
    detail::ContextHolder holder_;
    std::optional<detail::ContextHolder::Scope> scope_;
  };
  detail::Ref<detail::ContextCell> cell_;
};

/// A copy of the current context. Takes O(1).
Context copy_context();

/// An optional context as an argument: none (`{}`) means "a copy of the current one".
class ContextRef {
 public:
  constexpr ContextRef() noexcept = default;
  ContextRef(const Context& context) noexcept : cell_(context.cell_.get()) {}
  detail::ContextCell* cell() const noexcept { return cell_; }

 private:
  detail::ContextCell* cell_ = nullptr;
};

/// What `ContextVar::set` gives back: the way to the value before. Good for one `reset`, in the same context.
template <class T>
class Token {
 public:
  /// The value before the `set`; none if the variable had none.
  std::optional<T> old_value() const {
    auto* box = static_cast<detail::ContextValueOf<T>*>(old_.get());
    return box ? std::optional<T>(box->value) : std::nullopt;
  }

 private:
  friend class ContextVar<T>;
  /// Shared by copies of the token: where it was made, and whether it was used.
  struct State : detail::RefCounted {
    /// Kept alive, so that no other context can be taken for it.
    detail::Ref<detail::ContextCell> context;
    bool used = false;
  };
  detail::ContextKey key_ = 0;
  detail::Ref<detail::ContextValue> old_;
  detail::Ref<State> state_;
};

/// A variable whose value belongs to the current context: each task sees its own. Make it a global; it must outlive its
/// use.
template <class T>
class ContextVar {
 public:
  explicit ContextVar(std::string name) : name_(std::move(name)) {}
  ContextVar(std::string name, T default_value) : name_(std::move(name)), default_(std::move(default_value)) {}
  ContextVar(const ContextVar&) = delete;
  ContextVar& operator=(const ContextVar&) = delete;

  const std::string& name() const noexcept { return name_; }

  /// The current context's value, else the default. \throws std::out_of_range (LookupError) if there is neither.
  T get() const {
    if (auto* value = lookup(detail::current_context_map())) return *value;
    if (default_) return *default_;
    throw std::out_of_range("<ContextVar name='" + name_ + "'>");
  }

  /// The current context's value, else `fallback`.
  T get(T fallback) const {
    auto* value = lookup(detail::current_context_map());
    return value ? *value : fallback;
  }

  /// Gives the variable a value in the current context.
  Token<T> set(T value) {
    // A token is of one context, so that has an identity from now on.
    const detail::Ref<detail::ContextCell> context = detail::this_thread().context().cell();
    Token<T> token;
    token.key_ = key_;
    token.old_ = detail::find(context->map, key_);
    token.state_ = new typename Token<T>::State;
    token.state_->context = context;
    context->map = detail::with_value(context->map, key_, new detail::ContextValueOf<T>(std::move(value)));
    return token;
  }

  /// Restores what was before the `set` that made the token. \throws std::runtime_error if the token was used already;
  /// std::invalid_argument (ValueError) if it is another variable's or was made in another context.
  void reset(const Token<T>& token) {
    const detail::Ref<detail::ContextCell> context = detail::this_thread().context().cell();
    const std::string self = "<ContextVar name='" + name_ + "'>";
    if (token.state_->used) throw std::runtime_error("<Token used var=" + self + "> has already been used once");
    if (token.key_ != key_) throw std::invalid_argument("<Token> was created by a different ContextVar");
    if (token.state_->context != context)
      throw std::invalid_argument("<Token var=" + self + "> was created in a different Context");
    token.state_->used = true;
    context->map = detail::with_value(context->map, key_, token.old_);
  }

 private:
  friend class Context;
  const T* lookup(const detail::ContextMapRef& map) const {
    auto* box = static_cast<detail::ContextValueOf<T>*>(detail::find(map, key_));
    return box ? &box->value : nullptr;
  }

  std::string name_;
  std::optional<T> default_;
  detail::ContextKey key_ = detail::new_context_key();
};

template <class T>
T Context::get(const ContextVar<T>& var) const {
  if (auto* value = var.lookup(cell_->map)) return *value;
  throw std::out_of_range("<ContextVar name='" + var.name() + "'>");
}

}  // namespace asyncio
