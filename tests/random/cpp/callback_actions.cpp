#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

auto caller(Frame& frame, const Node& block) {
  return [&world = frame.world, &block] { callback(world, block); };
}

std::string call_soon(Frame& frame, const Node& op) {
  frame.world.handles[op[1].text()] = frame.world.loop->call_soon(caller(frame, op[2]));
  return {};
}

std::string call_later(Frame& frame, const Node& op) {
  frame.world.handles[op[1].text()] = frame.world.loop->call_later(*duration(op[2]), caller(frame, op[3]));
  return {};
}

std::string call_at(Frame& frame, const Node& op) {
  frame.world.handles[op[1].text()] = frame.world.loop->call_at(*moment(op[2]), caller(frame, op[3]));
  return {};
}

std::string cancel_handle(Frame& frame, const Node& op) {
  const auto found = frame.world.handles.find(op[1].text());
  if (found == frame.world.handles.end()) return "nothing";
  found->second.cancel();
  return text_of(found->second.cancelled());
}

std::string copied(Frame& frame, const Node& op) {
  copy_context().run([&] { perform_all(frame, op[1]); });
  return {};
}

std::string get_variable(Frame& frame, const Node& op) { return text_of(find(frame.world.variables, op[1])->get(-1)); }

std::string require_variable(Frame& frame, const Node& op) {
  return text_of(find(frame.world.variables, op[1])->get());
}

std::string set_variable(Frame& frame, const Node& op) {
  find(frame.world.variables, op[1])->set(op[2].number());
  return {};
}

std::string make_named_generator(Frame& frame, const Node& op) {
  auto& slot = frame.world.generators[op[1].text()];
  if (slot) return "there";
  slot = std::make_shared<Generator>(make_generator(frame.world, op[2].number()));
  return {};
}

std::string add(Frame& frame, const Node& op) { return text_of(frame.world.number += op[1].number()); }

}  // namespace

Actions callback_actions() {
  return {{"call_soon", call_soon},
          {"call_later", call_later},
          {"call_at", call_at},
          {"cancel_handle", cancel_handle},
          {"copied", copied},
          {"get_variable", get_variable},
          {"require_variable", require_variable},
          {"set_variable", set_variable},
          {"generator", make_named_generator},
          {"add", add}};
}
