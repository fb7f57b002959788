#pragma once

/// \file
/// Callbacks that run again and again: of file descriptors and signals.

#include "asyncio/context.hpp"
#include "asyncio/detail/loop/runnable.hpp"

namespace asyncio::detail {

class LoopCore;

/// A program's callback, in the context in which it was registered. Lives until it is dropped, and until its run is
/// over.
class PersistentHandle : public RefCounted, public Runnable {
 public:
  explicit PersistentHandle(LoopCore& loop) noexcept : context_(nullptr), loop_(loop) {}
  void run() final;

 protected:
  virtual void invoke() = 0;

 private:
  ContextHolder context_;
  LoopCore& loop_;
};

template <class F>
class PersistentHandleOf final : public PersistentHandle {
 public:
  PersistentHandleOf(LoopCore& loop, F f) : PersistentHandle(loop), f_(std::move(f)) {}

 private:
  void invoke() override { f_(); }
  F f_;
};

}  // namespace asyncio::detail
