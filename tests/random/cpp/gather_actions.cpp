#include <algorithm>

#include "tables.hpp"

using namespace asyncio;

namespace {

using Names = std::vector<const Node*>;

/// gather() with or without return_exceptions.
template <class... A>
Slot gathered(bool keep_errors, A... awaitables) {
  if (keep_errors) return asyncio::gather(return_exceptions, std::move(awaitables)...);
  return asyncio::gather(std::move(awaitables)...);
}

Slot gather_bodies(World& world, bool keep_errors, const Names& bodies) {
  if (bodies.size() == 2) {
    Coro<int> first = start(world, bodies[0]->number());
    Coro<int> second = start(world, bodies[1]->number());
    return gathered(keep_errors, std::move(first), std::move(second));
  }
  std::vector<Coro<int>> all;
  for (const Node* body : bodies) all.push_back(start(world, body->number()));
  return gathered(keep_errors, std::move(all));
}

Slot gather_numbers(const Frame& frame, bool keep_errors, const Names& slots) {
  std::vector<Future<int>> all;
  for (const Node* slot : slots) all.push_back(number_future(*find_slot(frame, *slot)));
  if (all.size() == 2) return gathered(keep_errors, all[0], all[1]);
  return gathered(keep_errors, std::move(all));
}

/// Bodies are made tasks in the order of the arguments, after all coroutines are there.
Slot gather_any(Frame& frame, bool keep_errors, const Names& children) {
  std::vector<Coro<int>> coroutines;
  for (const Node* child : children)
    if (child->is_number()) coroutines.push_back(start(frame.world, child->number()));
  std::vector<AnyFuture> all;
  auto next = coroutines.begin();
  for (const Node* child : children)
    all.push_back(child->is_number() ? ensure_future(std::move(*next++)) : any(*find_slot(frame, *child)));
  return gathered(keep_errors, std::move(all));
}

std::string gather(Frame& frame, const Node& op) {
  const bool keep_errors = op[2].number() != 0;
  const Names children = present(frame, op[3]);
  const auto is_body = [](const Node* child) { return child->is_number(); };
  const auto is_number = [&](const Node* child) {
    return !child->is_number() && holds_number(*find_slot(frame, *child));
  };
  Slot slot;
  if (std::ranges::all_of(children, is_body)) {
    slot = gather_bodies(frame.world, keep_errors, children);
  } else if (std::ranges::all_of(children, is_number)) {
    slot = gather_numbers(frame, keep_errors, children);
  } else if (children.size() == 2 && is_body(children[0]) && is_number(children[1])) {
    slot = gathered(keep_errors, start(frame.world, children[0]->number()),
                    number_future(*find_slot(frame, *children[1])));
  } else {
    slot = gather_any(frame, keep_errors, children);
  }
  frame.world.slots[op[1].text()] = std::move(slot);
  return {};
}

std::string shield(Frame& frame, const Node& op) {
  const std::string& out = op[1].text();
  if (op[2].is_number()) {
    Future<int> outer = asyncio::shield(start(frame.world, op[2].number()));
    frame.world.slots[out] = outer;
    return {};
  }
  const Slot* inner = find_slot(frame, op[2]);
  if (!inner) return "nothing";
  const auto shielded = [](const auto& future) { return Slot(asyncio::shield(future)); };
  frame.world.slots[out] = std::visit(shielded, *inner);
  return {};
}

}  // namespace

Actions gather_actions() { return {{"gather", gather}, {"shield", shield}}; }
