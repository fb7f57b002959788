/// \file
/// Runs random programs and prints the trace of each, and a line "=" after it. They come as lines of standard input; in
/// WebAssembly, where that is empty, as arguments.

#include <cstdio>
#include <iostream>

#include "bodies.hpp"
#include "texts.hpp"
#include "world.hpp"

using namespace asyncio;

namespace {

#ifdef __EMSCRIPTEN__
std::unique_ptr<EventLoop> make_loop() { return std::make_unique<EventLoop>(virtual_clock); }
#else
/// Nothing comes from outside, as in the page: a program that waits for ever ends with DeadlockError.
class LonelyHost : public Host {
 public:
  TimePoint now() override { return {}; }
  void poll(std::optional<Duration>) override {}
  void wake() override {}
  bool may_wake() const override { return false; }
};

std::unique_ptr<EventLoop> make_loop() {
  return std::make_unique<EventLoop>(std::make_unique<LonelyHost>(), virtual_clock);
}
#endif

template <class F>
bool attempt(World& world, const std::string& what, F f) {
  try {
    world.line(what + " = " + f());
    return true;
  } catch (...) {
    world.line(what + " ! " + describe(std::current_exception()));
    return false;
  }
}

void tell_slots(World& world) {
  for (const auto& [name, slot] : world.slots) {
    const AnyFuture future = any(slot);
    world.line(name + ' ' + (future.cancelled() ? "cancelled" : future.done() ? "done" : "pending"));
  }
}

void run_program(const Node& program) {
  World world(program);
  {
    RunOptions options;
    options.loop_factory = make_loop;
    Runner runner(options);
    EventLoop& loop = runner.get_loop();
    world.loop = &loop;
    loop.set_exception_handler([&](EventLoop&, const ExceptionContext& context) { world.report(context); });
    if (world.eager_tasks()) loop.set_task_factory(eager_task_factory);
    attempt(world, "run", [&] { return text_of(runner.run(start(world, 0))); });
    const bool closed = attempt(world, "close", [&] {
      runner.close();
      return "None";
    });
    // Otherwise what is left waits for ever.
    if (closed) tell_slots(world);
    world.end(closed);
  }
  std::puts("=");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  set_log_handler([](LogLevel, std::string_view) {});
  for (int i = 1; i < argc; ++i) run_program(Node::parse(argv[i]));
  for (std::string line; std::getline(std::cin, line);) run_program(Node::parse(line));
}
