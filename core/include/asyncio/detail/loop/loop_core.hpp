#pragma once

/// \file
/// The event loop's engine: ready queue, timers, iterations. `EventLoop` is its face. Source:
/// Lib/asyncio/base_events.py.

#include <memory>
#include <string>

#include "asyncio/detail/base/list.hpp"
#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_part.hpp"
#include "asyncio/detail/loop/ready_queue.hpp"
#include "asyncio/detail/loop/self_owned.hpp"
#include "asyncio/detail/loop/timer_queue.hpp"
#include "asyncio/host.hpp"
#include "asyncio/observer.hpp"

namespace asyncio {

class ManualClock;
struct ExceptionContext;
class Handle;

namespace detail {

class Arranger;
class GeneratorCore;
class HandleCore;
class LoopInbox;

/// What time a loop goes by.
enum class TimeMode : std::uint8_t { real, virtual_time, manual };

/// Counted: futures and tasks may outlive the EventLoop object, and then find their loop closed. What it has to know of
/// tasks stands above it: EventLoopCore.
class LoopCore : public RefCounted {
 public:
  LoopCore(EventLoop& face, std::unique_ptr<Host> host, TimeMode mode, ManualClock* manual);
  ~LoopCore() override;

  // The queue.

  /// Appends to the ready queue: runs in the next iteration (or in this one, if it has not begun its batch yet).
  void push(Runnable& node) noexcept { ready_.push(node); }
  /// \param touches \see ReadyQueue
  void push(Runnable& node, const void* touches) noexcept { ready_.push(node, touches); }
  /// Appends to the ready queue at the next look for events, as an event of a file descriptor's would be.
  void push_polled(Runnable& node) noexcept { polled_.push(node); }
  /// Appends the handle to the ready queue, or sets its timer. \throws std::runtime_error("Event loop is closed")
  Ref<HandleCore> schedule(Ref<HandleCore> handle);
  Ref<HandleCore> schedule_at(Ref<HandleCore> handle, TimePoint when);
  /// Appends what was handed in from other threads, or before the loop ran: it keeps its turn before what comes next.
  void take_threadsafe();
  /// \throws std::runtime_error("Event loop is closed")
  void require_open() const;
  /// In debug mode. \throws std::runtime_error if the loop runs on another thread.
  void require_own_thread() const;
  /// Whether it is in debug mode and runs on another thread.
  bool used_elsewhere() const noexcept { return debug && running_ && this_thread().loop != this; }
  TimerQueue& timers() noexcept { return timers_; }
  TimePoint time() const;

  // Running.

  void run_forever();
  /// Runs one iteration. \returns false if the loop is to stop. \throws what must leave the loop; DeadlockError.
  bool run_once();
  /// Runs one iteration and, as long as there is nothing but ready callbacks and they are few, more. Outside events are
  /// looked for once in between. \returns, \throws as run_once()
  bool run_burst();
  /// How long the loop can wait: 0 if something is ready, none if nothing is scheduled.
  std::optional<Duration> next_delay();
  /// Whether time passes by itself, so that waiting makes timers due.
  bool real_time() const noexcept { return mode_ == TimeMode::real; }
  void stop() noexcept { stopping_ = true; }
  bool running() const noexcept { return running_; }
  /// Whether it runs in the parent of this process, which was forked meanwhile.
  bool left_to_parent() const noexcept;
  bool closed() const noexcept { return closed_; }
  /// Whether close() has come to its end: what is put into the queue now is neither run nor given back.
  bool drained() const noexcept { return drained_; }
  void close();
  /// The EventLoop object goes away.
  void detach() noexcept { face_ = nullptr; }
  /// \throws std::runtime_error if the EventLoop object is gone.
  EventLoop& face() const;
  /// The same, or null.
  EventLoop* face_or_null() const noexcept { return face_; }
  Host& host() const noexcept { return *host_; }

  // Tasks.

  /// The task that runs, or null.
  TaskCore* current() const noexcept { return this_thread().loop == this ? this_thread().task : nullptr; }
  List<TaskCore> tasks;
  List<GeneratorCore> generators;
  List<SelfOwned> self_owned;
  bool eager_tasks = false;

  // What is made when it is first needed.

  std::unique_ptr<LoopPart> memory_network;
  std::unique_ptr<LoopPart> default_executor;
  std::unique_ptr<LoopPart> user_callbacks;
  bool executor_shut_down = false;
  /// Whether the host watches something for this loop: then each iteration looks for events first, as in Python.
  bool host_watches = false;
  /// Calls that run for this loop in other threads, or by the host. Meanwhile time that is not real stands still.
  std::size_t calls_outside = 0;
  /// Of this loop's futures, unused. They may be in a thread, or in a callback of a timer of this loop: meanwhile
  /// virtual time passes, but as slowly as real time.
  std::size_t completers = 0;

  // Watching.

  void set_observer(Observer* watching) noexcept;
  void set_debug(bool enabled) noexcept;
  Observer* observer = nullptr;
  /// Decides in which order an iteration runs what is ready; null: first in, first out.
  Arranger* arranger = nullptr;
  bool debug = false;
  /// Whether wakes are looked at: by an observer, or in debug mode.
  bool watched = false;
  Duration slow_callback = std::chrono::milliseconds(100);
  /// Tells the exception handler. \throws KeyboardInterrupt, SystemExit of the handler's: they leave the loop
  virtual void call_exception_handler(const ExceptionContext& context) = 0;
  /// The same where nothing may be thrown, in a destructor say: those are logged.
  virtual void report(const ExceptionContext& context) noexcept = 0;
  /// For a callback's `catch (...)`: rethrows what must leave the loop, tells the exception handler of the rest.
  virtual void report_callback_error(const Handle& handle, FutureCore* future) = 0;

  /// How other threads schedule a callback.
  const std::shared_ptr<LoopInbox>& inbox() const noexcept { return inbox_; }

 private:
  class Running;
  /// The loop closes: its tasks end where they are.
  virtual void abandon_tasks() noexcept = 0;
  /// Who waits for what, for ever.
  virtual std::string describe_deadlock() const = 0;
  /// For people: whose callback it is.
  virtual std::string describe(const Runnable& node) const = 0;

  void fire_timers();
  void wait_for_work();
  void pass_real_time(Duration delay);
  void run_batch();
  void run_watched(Runnable& node);
  void take_polled();

  EventLoop* face_;
  std::unique_ptr<Host> host_;
  ReadyQueue ready_;
  ReadyQueue polled_;
  TimerQueue timers_;
  TimeMode mode_;
  ManualClock* manual_;
  TimePoint virtual_now_{};
  std::uint64_t iteration_ = 0;
  bool stopping_ = false;
  bool running_ = false;
  bool closed_ = false;
  bool drained_ = false;
  /// When it began to run. \see forks
  std::uint32_t forks_ = 0;
  std::shared_ptr<LoopInbox> inbox_;
};

/// The loop that runs on this thread. \throws std::runtime_error("no running event loop")
LoopCore& running_loop();
/// The same, or null; null as well in a child that was forked while the loop ran.
LoopCore* running_here() noexcept;

}  // namespace detail
}  // namespace asyncio
