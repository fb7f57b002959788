#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

Coro<Ended> acquire(Frame& frame, const Node& op) {
  bool got = false;
  if (const auto lock = find(frame.world.locks, op[1])) {
    got = co_await lock->acquire();
  } else if (const auto semaphore = find(frame.world.semaphores, op[1])) {
    got = co_await semaphore->acquire();
  } else {
    got = co_await find(frame.world.conditions, op[1])->acquire();
  }
  co_return Ended{text_of(got)};
}

Coro<Ended> wait_event(Frame& frame, const Node& op) {
  const bool got = co_await find(frame.world.events, op[1])->wait();
  co_return Ended{text_of(got)};
}

Coro<Ended> wait_condition(Frame& frame, const Node& op) {
  const bool got = co_await find(frame.world.conditions, op[1])->wait();
  co_return Ended{text_of(got)};
}

Coro<Ended> wait_until(Frame& frame, const Node& op) {
  const auto reached = [&world = frame.world, least = op[2].number()] { return world.number >= least; };
  const bool got = co_await find(frame.world.conditions, op[1])->wait_for(reached);
  co_return Ended{text_of(got)};
}

Coro<Ended> wait_barrier(Frame& frame, const Node& op) {
  const int index = co_await find(frame.world.barriers, op[1])->wait();
  co_return Ended{text_of(index)};
}

Coro<Ended> reset(Frame& frame, const Node& op) {
  co_await find(frame.world.barriers, op[1])->reset();
  co_return Ended();
}

Coro<Ended> abort(Frame& frame, const Node& op) {
  co_await find(frame.world.barriers, op[1])->abort();
  co_return Ended();
}

Coro<Ended> get(Frame& frame, const Node& op) {
  const int item = co_await find(frame.world.queues, op[1])->get();
  co_return Ended{text_of(item)};
}

Coro<Ended> put(Frame& frame, const Node& op) {
  co_await find(frame.world.queues, op[1])->put(op[2].number());
  co_return Ended();
}

Coro<Ended> join(Frame& frame, const Node& op) {
  co_await find(frame.world.queues, op[1])->join();
  co_return Ended();
}

}  // namespace

Activities primitive_activities() {
  return {{"acquire", acquire},
          {"wait_event", wait_event},
          {"wait_condition", wait_condition},
          {"wait_until", wait_until},
          {"wait_barrier", wait_barrier},
          {"reset", reset},
          {"abort", abort},
          {"get", get},
          {"put", put},
          {"join", join}};
}
