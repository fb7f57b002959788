// A weather report from many stations, asked by the dozen with a semaphore, some of which fail; a table with averages.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <cmath>
#include <expected>
#include <format>
#include <map>
#include <numbers>
#include <optional>
#include <print>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace std::literals;
namespace r = std::ranges;
namespace v = std::views;

enum class Fault { offline, garbled, slow };

struct Reading {
  std::string_view region;
  double temperature{};
  int humidity{};

  [[nodiscard]] constexpr double felt() const {
    return temperature - 0.55 * (1 - 0.01 * humidity) * (temperature - 14.5);
  }
};

using Answer = std::expected<Reading, Fault>;

constexpr auto regions = std::to_array<std::string_view>({"coast", "hills", "city", "lakes"});

auto simulated(int station) -> asyncio::Coro<Reading> {
  co_await asyncio::sleep(std::chrono::milliseconds{10 + station * 37 % 90});
  if (station % 11 == 5) throw std::domain_error("garbled");
  if (station % 13 == 7) throw std::runtime_error("offline");
  if (station % 17 == 3) co_await asyncio::sleep(1h);
  co_return Reading{
      .region = regions[static_cast<std::size_t>(station) % regions.size()],
      .temperature = 12 + 9 * std::sin(station * std::numbers::pi / 7),
      .humidity = 40 + station * 29 % 50,
  };
}

auto ask(int station, asyncio::Semaphore& slots) -> asyncio::Coro<Answer> {
  const auto slot = co_await slots.scoped_lock();
  try {
    co_return co_await asyncio::wait_for(simulated(station), 250ms);
  } catch (const std::domain_error&) {
    co_return std::unexpected(Fault::garbled);
  } catch (const asyncio::TimeoutError&) {
    co_return std::unexpected(Fault::slow);
  } catch (const std::runtime_error&) {
    co_return std::unexpected(Fault::offline);
  }
}

struct Summary {
  int stations = 0;
  double sum = 0, low = +INFINITY, high = -INFINITY;

  friend Summary operator+(Summary s, const Reading& reading) {
    const auto felt = reading.felt();
    return {s.stations + 1, s.sum + felt, std::min(s.low, felt), std::max(s.high, felt)};
  }
};

auto async_main() -> asyncio::Coro<void> {
  auto& loop = asyncio::get_running_loop();
  const auto start = loop.time();
  asyncio::Semaphore slots(12);
  auto answers = co_await asyncio::gather(v::iota(1, 61) |
                                          v::transform([&slots](int station) { return ask(station, slots); }) |
                                          r::to<std::vector>());
  std::println("{} answers after {:%Q %q}", answers.size(),
               std::chrono::round<std::chrono::milliseconds>(loop.time() - start));

  std::map<std::string_view, Summary> table;
  for (const auto& reading : answers | v::filter(&Answer::has_value) | v::transform([](auto& a) { return *a; }))
    table[reading.region] = table[reading.region] + reading;

  std::println("{:-^42}", " felt temperature ");
  for (const auto& [region, s] : table)
    std::println("{:<8}{:>3} stations{:>7.1f}{:>7.1f}{:>7.1f}", region, s.stations, s.low, s.sum / s.stations, s.high);

  auto faults = answers | v::filter([](auto& a) { return !a; }) | v::transform([](auto& a) { return a.error(); });
  for (auto [fault, name] : {std::pair{Fault::offline, "offline"}, {Fault::garbled, "garbled"}, {Fault::slow, "slow"}})
    std::println("{:<8}{:>3}", name, r::count(faults, fault));

  const auto numbered = v::zip(v::iota(1), answers);
  const auto [station, hottest] = r::max(
      numbered | v::filter([](const auto& pair) { return std::get<1>(pair).has_value(); }) |
          v::transform([](const auto& pair) { return std::tuple(std::get<0>(pair), std::get<1>(pair)->felt()); }),
      {}, [](const auto& pair) { return std::get<1>(pair); });
  std::println("hottest: station {} with {:.2f}", station, hottest);
}

auto main() -> int { asyncio::run(async_main()); }
