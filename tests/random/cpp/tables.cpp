#include "tables.hpp"

Action find_action(const std::string& name) {
  static const Actions all = [] {
    Actions actions = task_actions();
    actions.merge(gather_actions());
    actions.merge(callback_actions());
    actions.merge(primitive_actions());
    return actions;
  }();
  const auto found = all.find(name);
  return found == all.end() ? nullptr : found->second;
}

Activity find_activity(const std::string& name) {
  static const Activities all = [] {
    Activities activities = future_activities();
    activities.merge(primitive_activities());
    activities.merge(generator_activities());
    activities.merge(block_activities());
    return activities;
  }();
  const auto found = all.find(name);
  return found == all.end() ? nullptr : found->second;
}
