#pragma once

#include <asyncio/asyncio.hpp>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "node.hpp"

/// What a slot of a program may hold: tasks and futures of numbers, and what gather() makes of them.
using Slot =
    std::variant<asyncio::Task<int>, asyncio::Future<int>, asyncio::Future<std::vector<int>>,
                 asyncio::Future<std::vector<asyncio::Result<int>>>, asyncio::Future<std::tuple<int, int>>,
                 asyncio::Future<std::tuple<asyncio::Result<int>, asyncio::Result<int>>>,
                 asyncio::Future<std::vector<std::monostate>>, asyncio::Future<std::vector<asyncio::Result<void>>>>;

using Generator = asyncio::AsyncGenerator<int, std::optional<int>>;
template <class T>
using Named = std::map<std::string, std::shared_ptr<T>>;

/// The objects that a program's operations name, and the trace that they leave.
class World {
 public:
  explicit World(const Node& program);

  const Node& body(int index) const { return program_[1][static_cast<std::size_t>(index)]; }
  const Node& generator(int index) const { return program_[2][static_cast<std::size_t>(index)]; }
  bool eager_tasks() const { return program_[4].number() != 0; }

  /// A number for each body, generator and callback, as they come into being.
  std::string label(const char* kind, int index = -1);
  /// Counts an operation. \throws std::runtime_error("budget")
  void step();
  void line(const std::string& text);
  void report(const asyncio::ExceptionContext& context);
  /// Lets go of everything, and prints the trace, with the errors that nobody retrieved if those count.
  void end(bool with_reports);

  asyncio::EventLoop* loop = nullptr;
  /// For conditions to wait for.
  int number = 0;
  std::map<std::string, Slot> slots;
  std::map<std::string, asyncio::Handle> handles;
  std::map<std::string, asyncio::CallbackId> callbacks;
  Named<asyncio::Lock> locks;
  Named<asyncio::Semaphore> semaphores;
  Named<asyncio::Condition> conditions;
  Named<asyncio::Event> events;
  Named<asyncio::Barrier> barriers;
  Named<asyncio::Queue<int>> queues;
  Named<asyncio::ContextVar<int>> variables;
  Named<asyncio::Timeout> timeouts;
  Named<asyncio::TaskGroup> groups;
  Named<Generator> generators;

 private:
  void make_object(const Node& object);

  const Node& program_;
  std::string lines_;
  std::vector<std::string> reports_;
  int steps_ = 0;
  std::map<std::string, int> numbers_;
};

/// The object of that name, or null if it has not come into being.
template <class T>
std::shared_ptr<T> find(const Named<T>& objects, const Node& name) {
  const auto found = objects.find(name.text());
  return found == objects.end() ? nullptr : found->second;
}

/// Who acts: a body, a generator, or a callback.
struct Frame {
  World& world;
  std::string label;

  void trace(const std::string& text) const { world.line(label + ' ' + text); }
};

/// A slot's future, whatever its type.
inline asyncio::AnyFuture any(const Slot& slot) {
  return std::visit([](const auto& future) { return asyncio::AnyFuture(future); }, slot);
}
