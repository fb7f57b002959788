#include <stdexcept>

#include "work.hpp"

using asyncio::Coro;
using asyncio::subprocess::PIPE;
using namespace std::chrono_literals;

namespace {

Coro<void> talk() {
  auto process = co_await asyncio::create_subprocess_exec("cat", {}, {.stdin_ = PIPE, .stdout_ = PIPE});
  auto [out, err] = co_await process.communicate(std::string(100'000, 'x'));
  if (out.size() != 100'000 || process.returncode() != 0) throw std::logic_error("cat did something else");
}

Coro<void> end_early(bool cancel) {
  auto process = co_await asyncio::create_subprocess_exec("sleep", {"100"}, {.stdout_ = PIPE});
  if (cancel) {
    auto waited = co_await asyncio::capture(asyncio::wait_for(process.wait(), 5ms));
    if (waited) throw std::logic_error("sleep ended by itself");
  }
  process.kill();
  co_await process.wait();
}

Coro<void> not_there() {
  auto started = co_await asyncio::capture(asyncio::create_subprocess_exec("/nothing/there"));
  if (started) throw std::logic_error("what is not there was started");
}

}  // namespace

Coro<void> work_with_processes(Chance& chance) {
  co_await asyncio::sleep(some_milliseconds(chance, 20));
  co_await asyncio::gather(talk(), end_early(false), end_early(true), not_there());
}
