#include "asyncio/detail/task/generator_core.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

void GeneratorCore::prepare() const {
  if (state_ == State::running) throw std::runtime_error("anext(): asynchronous generator is already running");
}

void GeneratorCore::require_started() const {
  if (state_ == State::created) throw std::logic_error("can't send non-None value to a just-started async generator");
}

bool GeneratorCore::inject(std::exception_ptr error) {
  if (state_ == State::running) throw std::runtime_error("athrow(): asynchronous generator is already running");
  if (state_ == State::finished || told_to_close_) return false;
  if (state_ == State::created) {
    close();
    std::rethrow_exception(error);
  }
  injected_ = std::move(error);
  return true;
}

void GeneratorCore::throw_injected() {
  if (injected_) std::rethrow_exception(std::exchange(injected_, nullptr));
}

bool GeneratorCore::resume(PromiseBase& next_caller, CallBase& next_call) {
  // Asked for the first time: the loop will close it at its end, if nobody does before.
  if (state_ == State::created) running_loop().generators.push_back(*this);
  state_ = State::running;
  return next_call.enter(*this, next_caller);
}

void GeneratorCore::suspend_at_yield() noexcept {
  state_ = State::suspended;
  return_to_caller();
}

void GeneratorCore::close() noexcept {
  state_ = State::finished;
  unlink();
}

void GeneratorCore::unhandled_exception() noexcept {
  close();
  PromiseBase::unhandled_exception();
}

namespace {

bool is_generator_exit(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const GeneratorExit&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// Lets the generator run to its end after GeneratorExit was thrown into it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters): awaited at once.
Coro<void> run_to_end(GeneratorCore& generator) { co_await Advanced(generator); }

}  // namespace

Coro<void> close_generator(Ref<GeneratorCore> generator) {
  switch (generator->state()) {
    case GeneratorCore::State::running:
      throw std::runtime_error("aclose(): asynchronous generator is already running");
    case GeneratorCore::State::created:
      generator->close();
      co_return;
    case GeneratorCore::State::finished:
      co_return;
    case GeneratorCore::State::suspended:
      break;
  }
  if (generator->told_to_close()) co_return;
  generator->inject(std::make_exception_ptr(GeneratorExit()));
  generator->note_told_to_close();
  const Result<void> result = co_await Captured<void>(run_to_end(*generator));
  if (result.exception() && !is_generator_exit(result.exception())) std::rethrow_exception(result.exception());
  if (generator->state() != GeneratorCore::State::finished)
    throw std::runtime_error("async generator ignored GeneratorExit");
}

}  // namespace asyncio::detail
