#pragma once

/// \file
/// What transports of every kind have in common. Source: _SelectorTransport in Lib/asyncio/selector_events.py.

#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/future.hpp"
#include "asyncio/transport.hpp"
#include "loop/member_event.hpp"

namespace asyncio::detail {

/// Keeps a transport alive until its protocol has been told of the end, or its loop is closed.
class TransportLife : public SelfOwned {
 protected:
  /// From how many writes after the connection's loss on each is warned of:
  /// constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES.
  static constexpr int log_threshold = 5;

  /// \param self the transport that this is a part of
  TransportLife(LoopCore& loop, BaseTransport& self);
  ~TransportLife() = default;

  LoopCore& loop() const noexcept { return *loop_; }

  /// Schedules `connection_made()`, then `begin()`, then the result of `made`, if it names any: in this order, all in
  /// one iteration. What cannot begin is closed, and `made` fails.
  /// \param self keeps the transport alive until then
  template <class T, class Made, class Begin>
  void start_transport(Ref<T> self, Made connection_made, Begin begin, const Future<void>& made) {
    try {
      detail::call_soon(*loop_, [self, connection_made] { connection_made(); });
      detail::call_soon(*loop_, [self, this, begin, made] {
        try {
          begin();
        } catch (...) {
          cannot_begin(std::current_exception(), made);
        }
      });
      if (!made) return;
      detail::call_soon(*loop_, [made] {
        if (!made.done()) made.set_result();
      });
    } catch (...) {
      abandon();
      throw;
    }
  }

  /// Closes at once: the protocol is told that this is why.
  virtual void lose(std::exception_ptr error) = 0;
  /// The last thing that the protocol hears.
  virtual void connection_lost(std::exception_ptr error) = 0;
  /// Calls connection_lost() in the next iteration. A loop that is closed calls nobody: then all is dropped.
  void schedule_connection_lost(std::exception_ptr error) noexcept;

  /// Calls `f()` in the next iteration. \returns false if the loop is closed and calls nobody any more
  template <class F>
  bool call_soon(F f) {
    if (loop_->closed()) return false;
    detail::call_soon(*loop_, std::move(f));
    return true;
  }

  /// Tells the loop's exception handler.
  void report(const std::exception_ptr& error, const char* message) const;
  /// The same, unless the error is the system's: those are the protocol's affair.
  void report_unless_os_error(const std::exception_ptr& error, const char* message) const;

  /// Calls the protocol; what it throws goes to the exception handler.
  void pause_writing(Ref<BaseProtocol> protocol) const;
  void resume_writing(Ref<BaseProtocol> protocol) const;

  /// Tells the protocol of the end, if it does not know; then, whatever it throws, closes and lets go of itself.
  template <class P, class Close>
  void finish(Ref<P>& protocol, std::exception_ptr error, Close close) {
    struct LetGo {
      TransportLife& life;
      Close& close;
      ~LetGo() {
        close();
        life.let_go();
      }
    } let_go{*this, close};
    if (const Ref<P> told = std::exchange(protocol, {})) told->connection_lost(std::move(error));
  }

  /// The protocol knows of the end.
  void let_go() noexcept;

 private:
  void cannot_begin(const std::exception_ptr& error, const Future<void>& made);
  void end() { connection_lost(std::exchange(end_error_, nullptr)); }

  Ref<LoopCore> loop_;
  BaseTransport& self_;
  /// Kept here, because to close must not fail.
  MemberEvent<TransportLife> end_{self_, *this, &TransportLife::end};
  std::exception_ptr end_error_;
  bool owned_ = true;
};

}  // namespace asyncio::detail
