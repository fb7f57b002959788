// What does it cost to be called again in the next turn of the loop? With one handle and with many.
#include <benchmark/benchmark.h>
#include <uv.h>

#include <algorithm>
#include <vector>

#include "check.hpp"
#include "size.hpp"

namespace {

struct Turns {
  long left;
  long count = 0;
  bool over() const { return left == 0; }
};

void on_idle(uv_idle_t* handle) { ++static_cast<Turns*>(handle->data)->count; }

/// The last handle of a turn counts it.
void on_last(uv_idle_t* handle) {
  on_idle(handle);
  if (--static_cast<Turns*>(handle->data)->left == 0) uv_stop(handle->loop);
}

void yield(benchmark::State& state) {
  const long tasks = state.range(0);
  const long turns = std::max(size(200'000) / tasks, 5L);
  for (auto _ : state) {
    state.PauseTiming();
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
    check(shared.over() && shared.count == tasks * turns, "yield");
    for (uv_idle_t& handle : handles) uv_close(reinterpret_cast<uv_handle_t*>(&handle), nullptr);
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * tasks * turns);
}
BENCHMARK(yield)->Arg(1)->Arg(1'000)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
