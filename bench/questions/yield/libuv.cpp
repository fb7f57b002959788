// What does it cost to be called again in the next turn of the loop? With one handle and with many.
#include <benchmark/benchmark.h>
#include <uv.h>

#include <vector>

#include "questions/yield.hpp"

namespace {

struct Turns {
  long left;
  long count = 0;
};

void on_idle(uv_idle_t* handle) { ++static_cast<Turns*>(handle->data)->count; }

/// The last handle of a turn counts it.
void on_last(uv_idle_t* handle) {
  on_idle(handle);
  if (--static_cast<Turns*>(handle->data)->left == 0) uv_stop(handle->loop);
}

/// \returns how often all handles but the last were called
long take_turns(benchmark::State& state, long tasks, long turns) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  Turns shared{turns};
  std::vector<uv_idle_t> handles(static_cast<std::size_t>(tasks));
  // Handles are called in the reverse order of their start.
  for (uv_idle_t& handle : handles) {
    uv_idle_init(&loop, &handle);
    handle.data = &shared;
    uv_idle_start(&handle, &handle == &handles.front() ? on_last : on_idle);
  }
  state.ResumeTiming();
  uv_run(&loop, UV_RUN_DEFAULT);
  state.PauseTiming();
  for (uv_idle_t& handle : handles) uv_close(reinterpret_cast<uv_handle_t*>(&handle), nullptr);
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
  return shared.count - turns;
}

void yield(benchmark::State& state) {
  const long tasks = state.range(0);
  const long turns = asked(state).operations / tasks;
  timed_in_part(state, asked(state), [&] { return take_turns(state, tasks, turns); });
}
BENCHMARK(yield)->Apply(ask);

}  // namespace
