#include "task/task_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "asyncio/call_graph.hpp"

namespace asyncio::detail {
namespace {

constexpr std::size_t most_tasks = 10'000;
constexpr std::size_t deepest_tree = 64;
/// A gather of gathers, and so on.
constexpr int most_between = 64;

class TaskTree {
 public:
  explicit TaskTree(const LoopCore& loop) {
    for (TaskCore* task = loop.tasks.front(); task; task = loop.tasks.after(*task)) {
      tasks_.push_back(task);
      const std::size_t before = awaited_.size();
      add_awaiters(*task, *task, most_between);
      if (awaited_.size() == before) roots_.push_back(task);
    }
    std::sort(awaited_.begin(), awaited_.end(), [](const Edge& a, const Edge& b) { return a.awaiter < b.awaiter; });
  }

  std::string text() {
    for (TaskCore* task : roots_) show(*task, "", task == roots_.back());
    // Whoever is left is awaited by others that are left: in a circle.
    for (TaskCore* task : tasks_)
      if (!shown_.contains(task)) show(*task, "", true);
    if (left_out_ > 0) text_ += "and " + std::to_string(left_out_) + " more\n";
    return std::move(text_);
  }

 private:
  struct Edge {
    const TaskCore* awaiter;
    TaskCore* awaited;
  };

  /// Those who wait for `future`, by way of a gather or a shield, too, await the task.
  void add_awaiters(FutureCore& future, TaskCore& task, int room) {
    for (FutureCore* waiter : awaiters_of(future)) {
      if (TaskCore* awaiter = waiter->as_task()) {
        awaited_.push_back({awaiter, &task});
      } else if (room > 0) {
        add_awaiters(*waiter, task, room - 1);
      }
    }
  }

  void line(const std::string& indent, bool last, const std::string& words) {
    text_ += indent + (last ? "└── " : "├── ");
    for (const char c : words) text_ += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? '?' : c;
    text_ += '\n';
  }

  void show(TaskCore& task, const std::string& indent, bool last) {
    if (!shown_.contains(&task) && shown_.size() >= most_tasks) {
      ++left_out_;
      shown_.insert(&task);
      return;
    }
    const bool again = !shown_.insert(&task).second;
    line(indent, last, task.name() + (again ? " (above)" : ""));
    if (again) return;
    std::string below = indent + (last ? "    " : "│   ");
    if (below.size() > deepest_tree * 4) return line(below, true, "…");
    std::vector<const PromiseBase*> coroutines;
    for (const PromiseBase* at = task.innermost(); at; at = at->caller)
      if (!is_library_file(at->where)) coroutines.push_back(at);
    for (; !coroutines.empty(); coroutines.pop_back()) {
      const std::source_location& where = coroutines.back()->where;
      line(
          below, true,
          std::string(function_name(where)) + ' ' + std::string(file_name(where)) + ':' + std::to_string(where.line()));
      below += "    ";
    }
    show_wait(task, below);
  }

  void show_wait(TaskCore& task, const std::string& indent) {
    const auto [first, end] = std::equal_range(awaited_.begin(), awaited_.end(), Edge{&task, nullptr},
                                               [](const Edge& a, const Edge& b) { return a.awaiter < b.awaiter; });
    for (auto edge = first; edge != end; ++edge) show(*edge->awaited, indent, edge + 1 == end);
    if (first != end) return;
    line(indent, true, task.waiting_on() ? "waits for " + task.waiting_on()->waiting_for() : "is ready");
  }

  std::vector<TaskCore*> tasks_;
  std::vector<TaskCore*> roots_;
  std::vector<Edge> awaited_;
  std::set<const TaskCore*> shown_;
  std::size_t left_out_ = 0;
  std::string text_;
};

}  // namespace

std::string describe_tasks(const LoopCore& loop) { return TaskTree(loop).text(); }

}  // namespace asyncio::detail
