#include "stream/transport_life.hpp"

#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"
#include "error/best_effort.hpp"
#include "stream/peer.hpp"

namespace asyncio::detail {
namespace {

bool is_os_error(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const OSError&) {
    return true;
  } catch (const TimeoutError&) {
    // An OSError in Python.
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

TransportLife::TransportLife(LoopCore& loop, BaseTransport& self) : loop_(&loop), self_(self) {
  loop.self_owned.push_back(*this);
  self.retain();
}

void TransportLife::report(const std::exception_ptr& error, const char* message) const {
  ExceptionContext context;
  context.message = best_effort_text([message] { return message; });
  context.exception = error;
  context.peer = best_effort_text([this] { return peer_of(self_); });
  loop_->call_exception_handler(context);
}

void TransportLife::report_unless_os_error(const std::exception_ptr& error, const char* message) const {
  if (!is_os_error(error)) report(error, message);
}

void TransportLife::pause_writing(Ref<BaseProtocol> protocol) const {
  if (!protocol) return;
  try {
    protocol->pause_writing();
  } catch (...) {
    if (ends_the_loop(std::current_exception())) throw;
    report(std::current_exception(), "protocol.pause_writing() failed");
  }
}

void TransportLife::resume_writing(Ref<BaseProtocol> protocol) const {
  if (!protocol) return;
  try {
    protocol->resume_writing();
  } catch (...) {
    if (ends_the_loop(std::current_exception())) throw;
    report(std::current_exception(), "protocol.resume_writing() failed");
  }
}

void TransportLife::schedule_connection_lost(std::exception_ptr error) noexcept {
  if (loop_->closed()) return abandon();
  if (end_.linked()) return;
  end_error_ = std::move(error);
  end_.schedule(*loop_);
}

void TransportLife::cannot_begin(const std::exception_ptr& error, const Future<void>& made) {
  if (ends_the_loop(error)) std::rethrow_exception(error);
  lose(error);
  if (made && !made.done()) made.set_exception(error);
}

void TransportLife::let_go() noexcept {
  unlink();
  if (std::exchange(owned_, false)) self_.release();
}

}  // namespace asyncio::detail
