#pragma once

/// \file
/// The rules of find_mistakes(): the same as those of the page (web/src/page/findings), as far as a log tells.

#include <map>
#include <memory>
#include <set>

#include "asyncio/findings.hpp"
#include "trace/log_reader.hpp"

namespace asyncio::detail {

/// Goes through a log once.
class MistakeFinder {
 public:
  explicit MistakeFinder(std::string_view log) : log_(log) {}
  std::vector<Finding> find();

 private:
  struct Resource {
    ResourceKind kind = ResourceKind::lock;
    std::size_t number = 0;
    std::vector<std::uint32_t> holders = {};
    std::size_t puts = 0;
    std::size_t level = 0;
    std::string put_at = {};
  };
  /// Who waits for one may be told of after its end.
  using ResourceRef = std::shared_ptr<Resource>;
  struct Task {
    std::string name;
    std::string made;
    bool librarys = false;
    bool begun = false;
    bool ended = false;
    /// What it waits for, or waited for last, where and since when, and how often it has waited.
    std::string what;
    std::string at;
    double since = 0;
    bool waits = false;
    /// How many locks it holds.
    int locks = 0;
    ResourceRef resource = {};
    int wait_count = 0;
    std::map<std::string, int> waits_at = {};
    /// How often it had waited when another cancelled it, and where it did then; below 0: nobody did.
    int cancelled_at = -1;
    std::string cancelled_place = {};
    std::uint32_t cancelled_by = 0;
  };
  struct Step {
    std::uint32_t task;
    double begin;
    double inner = 0;
    std::string from;
  };

  void add(const Record& event);
  void create(const Record& event);
  void use(const Record& event);
  void apply(const Record& event, const ResourceRef& resource);
  void release(Resource& resource, std::uint32_t task);
  void count_lock(const Resource& resource, std::uint32_t task, int by);
  void end_step(const Record& event);
  void suspend(const Record& event);
  void wake(const Record& event);
  void request_cancel(const Record& event);
  void end_task(const Record& event);
  /// The end of the run finds it waiting for a lock.
  void tell_of_lock(const Task& task);
  void look_at_queue(const Resource& queue);
  std::string label(Resource& resource);
  std::string name(std::uint32_t task) const;
  void tell(std::string title, std::string place, std::string text, std::string advice);

  LogReader log_;
  std::map<std::uint32_t, Task> tasks_;
  /// By the number that the log gives it now; parts are what they are parts of.
  std::map<std::uint32_t, ResourceRef> resources_;
  std::map<ResourceKind, std::size_t> numbers_;
  std::vector<Step> steps_;
  std::set<std::string> told_;
  std::vector<Finding> found_;
  /// What run() was given, and whether it has returned.
  std::uint32_t main_ = 0;
  bool main_returned_ = false;
  ResourceRef next_resource_;
};

}  // namespace asyncio::detail
