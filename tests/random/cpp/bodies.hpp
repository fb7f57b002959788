#pragma once

#include <string>

#include "world.hpp"

/// How a block was left: at its end, by `break`, or by `return value`.
struct Flow {
  enum class Kind { none, leave_loop, leave_body };
  Kind kind = Kind::none;
  int value = 0;

  explicit operator bool() const noexcept { return kind != Kind::none; }
  /// What is left of it outside of a loop.
  Flow after_loop() const noexcept { return kind == Kind::leave_loop ? Flow() : *this; }
};

/// What an activity gives.
struct Ended {
  std::string text = {};
  Flow flow = {};
};

/// Gives null if there is no such operation.
using Action = std::string (*)(Frame&, const Node&);
Action find_action(const std::string& name);
using Activity = asyncio::Coro<Ended> (*)(Frame&, const Node&);
Activity find_activity(const std::string& name);

/// The coroutine of a body, under a label of its own.
asyncio::Coro<int> start(World& world, int index);
Generator make_generator(World& world, int index);
/// What call_soon() and the like call: a block of actions.
void callback(World& world, const Node& block);

asyncio::Coro<Flow> run_block(Frame& frame, const Node& block);
void perform_all(Frame& frame, const Node& block);

/// Runs the first handler for this error. Gives none if the error goes on.
asyncio::Coro<std::optional<Flow>> handle(Frame& frame, const std::exception_ptr& error, const Node& handlers);
