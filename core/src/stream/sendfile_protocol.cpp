#include "stream/sendfile_protocol.hpp"

#include <stdexcept>

#include "asyncio/detail/stream/failable_waiter.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/os_error.hpp"
#include "error/best_effort.hpp"
#include "stream/writing_state.hpp"

namespace asyncio::detail {

class SendfileProtocol final : public Protocol {
 public:
  SendfileProtocol(Ref<Protocol> behind, bool paused) : behind_(std::move(behind)), paused_(paused) {}

  void data_received(std::string_view) override { throw std::runtime_error("Invalid state: reading should be paused"); }
  bool eof_received() override { throw std::runtime_error("Invalid state: reading should be paused"); }
  void pause_writing() override { paused_ = true; }
  void resume_writing() override {
    paused_ = false;
    if (waiter_) waiter_->set();
  }
  void connection_lost(std::exception_ptr error) override {
    lost_ = true;
    if (waiter_)
      waiter_->fail(error ? error : std::make_exception_ptr(ConnectionError("Connection is closed by peer")));
    if (const Ref<Protocol> behind = std::exchange(behind_, {})) behind->connection_lost(std::move(error));
  }
  bool lost() const noexcept { return lost_; }

  static Coro<void> wait_for_room(Ref<SendfileProtocol> self) {
    if (!self->paused_) co_return;
    FailableWaiter waiter("EventLoop.sendfile");
    struct Forget {
      SendfileProtocol& self;
      ~Forget() { self.waiter_ = nullptr; }
    } forget{*self};
    self->waiter_ = &waiter;
    const auto interrupted = co_await waiter.wait();
    waiter.finish(interrupted);
  }

 private:
  Ref<Protocol> behind_;
  FailableWaiter* waiter_ = nullptr;
  bool paused_;
  bool lost_ = false;
};

SendfileScope::SendfileScope(Ref<Transport> transport)
    : transport_(std::move(transport)),
      protocol_(transport_->get_protocol()),
      was_reading_(transport_->is_reading()),
      was_paused_(dynamic_cast<const WritingState&>(*transport_).writing_paused()) {
  ours_ = Ref<SendfileProtocol>(new SendfileProtocol(protocol_, was_paused_));
  transport_->pause_reading();
  transport_->set_protocol(ours_);
}

SendfileScope::~SendfileScope() {
  // Nothing is put into the place of a protocol that has been told of the end.
  if (ours_->lost()) return;
  transport_->set_protocol(protocol_);
  if (was_reading_) transport_->resume_reading();
  if (was_paused_) resume_protocol();
}

void SendfileScope::resume_protocol() noexcept {
  try {
    protocol_->resume_writing();
  } catch (...) {
    ExceptionContext context;
    context.message = best_effort_text([] { return "protocol.resume_writing() failed"; });
    context.exception = std::current_exception();
    if (LoopCore* loop = this_thread().loop) loop->report(context);
  }
}

Coro<void> SendfileScope::drain() {
  if (transport_->is_closing()) throw ConnectionError("Connection closed by peer");
  return SendfileProtocol::wait_for_room(ours_);
}

}  // namespace asyncio::detail
