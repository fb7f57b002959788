#include "bodies.hpp"

#include <set>

#include "texts.hpp"

using namespace asyncio;

namespace {

/// The waits of a task's own: nobody shares what they wait for.
const std::set<std::string> own_waits{"sleep",        "acquire", "wait_event", "wait_condition", "wait_until",
                                      "wait_barrier", "get",     "put",        "join",           "wait"};

/// An operation without the blocks in it.
std::string brief(const Node& op) {
  std::string text;
  for (const Node& part : op) {
    if (!part.is_text() && !part.is_number()) continue;
    text += (text.empty() ? "" : " ") + (part.is_text() ? part.text() : std::to_string(part.number()));
  }
  return text;
}

void act(Frame& frame, const Node& op, Action action) {
  frame.world.step();
  std::string text;
  try {
    text = action(frame, op);
  } catch (...) {
    frame.trace(brief(op) + " ! " + describe(std::current_exception()));
    throw;
  }
  frame.trace(brief(op) + " = " + text);
}

Coro<Flow> perform(Frame& frame, const Node& op) {
  const std::string& name = op[0].text();
  if (const Action action = find_action(name)) {
    act(frame, op, action);
    co_return Flow();
  }
  frame.world.step();
  const Activity activity = find_activity(name);
  if (!activity) throw std::logic_error("no such operation: " + name);
  const Result<Ended> result = co_await capture(activity(frame, op));
  if (result.exception()) {
    frame.trace(brief(op) + " ! " + describe(result.exception(), own_waits.contains(name)));
    std::rethrow_exception(result.exception());
  }
  frame.trace(brief(op) + " = " + result.value().text);
  co_return result.value().flow;
}

Coro<int> run_body(World& world, std::string label, int index) {
  Frame frame{world, std::move(label)};
  frame.trace("begin");
  const Result<Flow> result = co_await capture(run_block(frame, world.body(index)));
  const std::string requests = ' ' + std::to_string(current_task().cancelling());
  if (result.exception()) {
    frame.trace("end ! " + describe(result.exception()) + requests);
    std::rethrow_exception(result.exception());
  }
  const Flow& flow = result.value();
  const int value = flow.kind == Flow::Kind::leave_body ? flow.value : index;
  frame.trace("end " + std::to_string(value) + requests);
  co_return value;
}

/// What came instead of the value that was sent, if the program catches it there. \throws it otherwise
std::exception_ptr caught_here(const Node& kind) {
  if (kind.is_text() && matches(kind.text(), std::current_exception())) return std::current_exception();
  throw;
}

Generator run_generator(World& world, std::string label, int index) {
  Frame frame{world, std::move(label)};
  const Node& generator = world.generator(index);
  frame.trace("begin");
  std::exception_ptr error;
  try {
    for (const Node& step : generator[0]) {
      co_await run_block(frame, step[0]);
      std::exception_ptr caught;
      try {
        const std::optional<int> sent = co_yield step[1].number();
        frame.trace("sent " + (sent ? std::to_string(*sent) : "None"));
      } catch (...) {
        caught = caught_here(step[2]);
      }
      if (caught) frame.trace("caught " + describe(caught));
    }
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    frame.trace("fails " + describe(error));
    const Result<std::optional<Flow>> handled = co_await capture(handle(frame, error, generator[1]));
    if (handled.exception()) {
      error = handled.exception();
    } else if (handled.value()) {
      error = nullptr;
    }
  }
  co_await run_block(frame, generator[2]);
  frame.trace("end");
  if (error) std::rethrow_exception(error);
}

}  // namespace

Coro<int> start(World& world, int index) { return run_body(world, world.label("body", index), index); }

Generator make_generator(World& world, int index) {
  return run_generator(world, world.label("generator", index), index);
}

void perform_all(Frame& frame, const Node& block) {
  for (const Node& op : block) {
    const Action action = find_action(op[0].text());
    if (!action) throw std::logic_error("no such action: " + op[0].text());
    act(frame, op, action);
  }
}

void callback(World& world, const Node& block) {
  Frame frame{world, world.label("callback")};
  perform_all(frame, block);
}

Coro<Flow> run_block(Frame& frame, const Node& block) {
  for (const Node& op : block) {
    const Flow flow = co_await perform(frame, op);
    if (flow) co_return flow;
  }
  co_return Flow();
}

Coro<std::optional<Flow>> handle(Frame& frame, const std::exception_ptr& error, const Node& handlers) {
  for (const Node& handler : handlers) {
    if (!matches(handler[0].text(), error)) continue;
    const Flow flow = co_await run_block(frame, handler[1]);
    if (handler[2].number() != 0) co_return std::nullopt;
    co_return flow;
  }
  co_return std::nullopt;
}
