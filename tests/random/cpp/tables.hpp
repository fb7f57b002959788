#pragma once

#include <map>
#include <string>

#include "bodies.hpp"

using Actions = std::map<std::string, Action>;
using Activities = std::map<std::string, Activity>;

// Operations by name; what each does in Python is in python/actions.py and python/activities.py.

Actions task_actions();
Actions gather_actions();
Actions callback_actions();
Actions primitive_actions();
Activities future_activities();
Activities primitive_activities();
Activities generator_activities();
Activities block_activities();

/// A slot by its name, or null.
inline const Slot* find_slot(const Frame& frame, const Node& name) {
  const auto found = frame.world.slots.find(name.text());
  return found == frame.world.slots.end() ? nullptr : &found->second;
}

/// A slot's future of a number: of a task, a plain future, or a shield of one.
inline asyncio::Future<int> number_future(const Slot& slot) {
  if (const auto* task = std::get_if<asyncio::Task<int>>(&slot)) return *task;
  return std::get<asyncio::Future<int>>(slot);
}

/// Whether its value is a number.
inline bool holds_number(const Slot& slot) { return slot.index() < 2; }

/// Milliseconds; none for null.
inline std::optional<asyncio::Duration> duration(const Node& milliseconds) {
  if (milliseconds.is_null()) return std::nullopt;
  return std::chrono::milliseconds(milliseconds.number());
}
inline std::optional<asyncio::TimePoint> moment(const Node& milliseconds) {
  if (milliseconds.is_null()) return std::nullopt;
  return asyncio::TimePoint(std::chrono::milliseconds(milliseconds.number()));
}

/// Slots that have come into being, and bodies.
inline std::vector<const Node*> present(const Frame& frame, const Node& awaitables) {
  std::vector<const Node*> all;
  for (const Node& awaitable : awaitables)
    if (awaitable.is_number() || find_slot(frame, awaitable)) all.push_back(&awaitable);
  return all;
}
