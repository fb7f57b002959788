// Logs of three machines, each an async generator, merged by time, filtered, and summed up in windows of a second.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <chrono>
#include <concepts>
#include <format>
#include <functional>
#include <map>
#include <optional>
#include <print>
#include <queue>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using asyncio::AsyncGenerator;
using asyncio::Coro;
using ms = std::chrono::milliseconds;

enum class Level { debug, info, warning, error };

template <>
struct std::formatter<Level> : std::formatter<std::string_view> {
  auto format(Level level, auto& context) const {
    static constexpr std::string_view names[]{"debug", "info", "warning", "error"};
    return std::formatter<std::string_view>::format(names[std::to_underlying(level)], context);
  }
};

struct Record {
  ms at;
  std::string machine;
  Level level;
  std::string text;

  friend auto operator<=>(const Record& a, const Record& b) { return a.at <=> b.at; }
  friend bool operator==(const Record&, const Record&) = default;
};

template <>
struct std::formatter<Record> {
  constexpr auto parse(auto& context) { return context.begin(); }
  auto format(const Record& r, auto& context) const {
    return std::format_to(context.out(), "{:%S} {:>5} {:<7} {}", r.at, r.machine, r.level, r.text);
  }
};

AsyncGenerator<Record> machine(std::string name, ms every, int records, int seed) {
  ms now = 0ms;
  for (int i = 0; i < records; ++i) {
    const ms pause = every + ms(seed * (i + 3) % 7 * 10);
    co_await asyncio::sleep(pause);
    now += pause;
    const int kind = (seed + i * i) % 11;
    if (kind == 0)
      co_yield {now, name, Level::error, std::format("request {} failed", i)};
    else if (kind < 3)
      co_yield {now, name, Level::warning, std::format("request {} took {} ms", i, 100 * kind + i)};
    else
      co_yield {now, name, kind % 2 ? Level::info : Level::debug, std::format("request {}", i)};
  }
}

// Waits for the next record of each machine, and gives the earliest.
AsyncGenerator<Record> merge(std::vector<AsyncGenerator<Record>> sources) {
  struct Head {
    Record record;
    std::size_t source;
    bool operator>(const Head& other) const {
      return std::tie(record.at, source) > std::tie(other.record.at, other.source);
    }
  };
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  auto firsts = co_await asyncio::gather(
      sources | std::views::transform([](auto& source) { return source.next(); }) | std::ranges::to<std::vector>());
  for (std::size_t i = 0; auto& first : firsts) {
    if (first) heads.push({*std::move(first), i});
    ++i;
  }
  while (!heads.empty()) {
    Head head = heads.top();
    heads.pop();
    const auto source = head.source;
    co_yield std::move(head.record);
    if (auto next = co_await sources[source].next()) heads.push({*std::move(next), source});
  }
}

template <std::predicate<const Record&> P>
AsyncGenerator<Record> filter(AsyncGenerator<Record> records, P wanted) {
  ASYNCIO_FOR(record, records) {
    if (std::invoke(wanted, record)) co_yield std::move(record);
  }
}

struct Window {
  std::chrono::seconds from{};
  std::map<Level, int> counts;
  std::optional<Record> worst;
};

AsyncGenerator<Window> windows(AsyncGenerator<Record> records) {
  Window window;
  while (auto record = co_await records.next()) {
    const auto second = std::chrono::floor<std::chrono::seconds>(record->at);
    if (second != window.from && !window.counts.empty()) co_yield std::exchange(window, {});
    window.from = second;
    ++window.counts[record->level];
    if (!window.worst || record->level > window.worst->level) window.worst = *std::move(record);
  }
  if (!window.counts.empty()) co_yield window;
}

std::vector<AsyncGenerator<Record>> machines() {
  std::vector<AsyncGenerator<Record>> all;
  all.push_back(machine("web-1", 180ms, 18, 5));
  all.push_back(machine("web-2", 250ms, 12, 2));
  all.push_back(machine("db", 430ms, 7, 9));
  return all;
}

Coro<void> async_main() {
  std::println("-- what is not harmless");
  auto serious = filter(merge(machines()), [](const Record& r) { return r.level >= Level::warning; });
  while (auto record = co_await serious.next()) std::println("{}", *record);

  std::println("-- second by second");
  for (const auto& [from, counts, worst] : co_await asyncio::collect(windows(merge(machines())))) {
    std::string line;
    for (const auto& [level, count] : counts) line += std::format("  {} {}", count, level);
    std::println("{:>3}{:<42}worst: {}", from, line, worst.value().text);
  }

  std::println("-- the first three, then the rest is closed");
  co_await asyncio::with(asyncio::aclosing(merge(machines())), [](auto& records) -> Coro<void> {
    for (int i : std::views::iota(1, 4)) std::println("{}. {}", i, (co_await records.next()).value());
  });
}

int main() { asyncio::run(async_main()); }
