// A job scheduler: priorities, dependencies between jobs, two machines, and a table of what ran when.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <print>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jobs {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

enum class Priority : std::uint8_t { urgent, normal, idle };
enum class State { waiting, ready, running, done, failed, skipped };

constexpr std::string_view to_string(State state) {
  switch (state) {
    using enum State;
    case waiting: return "waiting";
    case ready: return "ready";
    case running: return "running";
    case done: return "done";
    case failed: return "failed";
    case skipped: return "skipped";
  }
  return "?";
}

struct Job {
  std::string name;
  Priority priority = Priority::normal;
  milliseconds takes = 10ms;
  std::vector<std::string> after = {};
  bool breaks = false;

  State state = State::waiting;
  milliseconds began{}, ended{};
  int machine = -1;
};

struct Ticket {
  Priority priority;
  int number;
  Job* job;
  auto operator<=>(const Ticket& other) const {
    if (auto order = priority <=> other.priority; order != 0) return order;
    return number <=> other.number;
  }
  bool operator==(const Ticket& other) const { return number == other.number; }
};

class Scheduler {
 public:
  void add(Job job) {
    auto name = job.name;
    jobs_.insert_or_assign(std::move(name), std::move(job));
  }

  asyncio::Coro<void> run(int machines) {
    start_ = asyncio::get_running_loop().time();
    for (auto& [_, job] : jobs_) release_if_ready(job);
    std::vector<asyncio::Task<void>> workers;
    for (int id = 0; id != machines; ++id)
      workers.push_back(asyncio::create_task(machine(id), {.name = std::format("machine-{}", id)}));
    co_await ready_.join();
    ready_.shutdown();
    co_await asyncio::gather(workers);
  }

  void print() const {
    std::println("{:<10} {:>8} {:>6} {:>6}  {}", "job", "state", "from", "to", "machine");
    std::vector<const Job*> order;
    for (const auto& [_, job] : jobs_) order.push_back(&job);
    std::ranges::stable_sort(order, {}, [](const Job* job) { return std::pair(job->machine < 0, job->began); });
    for (const Job* job : order) {
      if (job->machine < 0)
        std::println("{:<10} {:>8} {:>6} {:>6}  {}", job->name, to_string(job->state), '-', '-', '-');
      else
        std::println("{:<10} {:>8} {:>6} {:>6}  {}", job->name, to_string(job->state), job->began.count(),
                     job->ended.count(), job->machine);
    }
  }

 private:
  milliseconds elapsed() const {
    return std::chrono::round<milliseconds>(asyncio::get_running_loop().time() - start_);
  }

  void release_if_ready(Job& job) {
    if (job.state != State::waiting) return;
    const auto state_of = [this](const std::string& name) { return jobs_.at(name).state; };
    const auto is_bad = [](State state) { return state == State::failed || state == State::skipped; };
    if (std::ranges::any_of(job.after, is_bad, state_of)) {
      job.state = State::skipped;
      release_dependents(job);
    } else if (std::ranges::all_of(job.after, [](State state) { return state == State::done; }, state_of)) {
      job.state = State::ready;
      ready_.put_nowait({job.priority, next_number_++, &job});
    }
  }

  void release_dependents(const Job& finished) {
    for (auto& [_, job] : jobs_)
      if (std::ranges::contains(job.after, finished.name)) release_if_ready(job);
  }

  asyncio::Coro<void> machine(int id) {
    try {
      while (true) {
        auto [priority, number, job] = co_await ready_.get();
        job->state = State::running;
        job->machine = id;
        job->began = elapsed();
        co_await asyncio::sleep(job->takes);
        job->ended = elapsed();
        job->state = job->breaks ? State::failed : State::done;
        release_dependents(*job);
        ready_.task_done();
      }
    } catch (const asyncio::QueueShutDown&) {
      std::println("machine {} is switched off", id);
    }
  }

  std::map<std::string, Job> jobs_;
  asyncio::PriorityQueue<Ticket> ready_;
  asyncio::TimePoint start_;
  int next_number_ = 0;
};

}  // namespace jobs

asyncio::Coro<void> async_main() {
  using namespace jobs;
  Scheduler scheduler;
  scheduler.add({.name = "checkout", .priority = Priority::urgent, .takes = 20ms});
  scheduler.add({.name = "configure", .takes = 15ms, .after = {"checkout"}});
  scheduler.add({.name = "compile", .takes = 80ms, .after = {"configure"}});
  scheduler.add({.name = "docs", .priority = Priority::idle, .takes = 40ms, .after = {"checkout"}});
  scheduler.add({.name = "lint", .priority = Priority::urgent, .takes = 30ms, .after = {"configure"}});
  scheduler.add({.name = "test", .takes = 60ms, .after = {"compile"}, .breaks = true});
  scheduler.add({.name = "package", .takes = 10ms, .after = {"compile", "docs"}});
  scheduler.add({.name = "release", .takes = 10ms, .after = {"test", "package", "lint"}});
  scheduler.add({.name = "announce", .priority = Priority::urgent, .after = {"release"}});
  co_await scheduler.run(2);
  scheduler.print();
}

int main() { asyncio::run(async_main()); }
