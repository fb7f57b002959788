// A pipeline of three stages with bounded queues between them: read, parse by several workers, sum up.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <print>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace rv = std::views;
using namespace std::literals;

struct Sale {
  std::string city;
  int amount = 0;
};

constexpr auto input = R"(oslo,120
rome,80
oslo,45
paris,300
rome,x7
lima,12
paris,
oslo,9
lima,88
rome,41)"sv;

// An empty optional is the end of the stream.
using Lines = asyncio::Queue<std::optional<std::string>>;
using Sales = asyncio::Queue<std::optional<Sale>>;

std::optional<Sale> parse(std::string_view line) {
  const auto comma = line.find(',');
  if (comma == line.npos) return {};
  const auto digits = line.substr(comma + 1);
  Sale sale{.city = std::string(line.substr(0, comma))};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sale.amount);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return sale;
}

asyncio::Coro<void> read(Lines& lines, int workers) {
  for (auto line : input | rv::split('\n')) {
    co_await asyncio::sleep(2ms);
    co_await lines.put(std::string(line.begin(), line.end()));
  }
  for (int i : rv::iota(0, workers)) {
    std::ignore = i;
    co_await lines.put(std::nullopt);
  }
}

asyncio::Coro<int> work(Lines& lines, Sales& sales, int id) {
  int refused = 0;
  while (auto line = co_await lines.get()) {
    co_await asyncio::sleep(std::chrono::milliseconds(5 + id));
    if (auto sale = parse(*line)) {
      co_await sales.put(*sale);
    } else {
      std::println("worker {}: cannot read {:?}", id, *line);
      ++refused;
    }
  }
  co_return refused;
}

asyncio::Coro<std::map<std::string, std::vector<int>>> sum_up(Sales& sales) {
  std::map<std::string, std::vector<int>> by_city;
  while (auto sale = co_await sales.get()) by_city[sale->city].push_back(sale->amount);
  co_return by_city;
}

asyncio::Coro<void> async_main() {
  constexpr int workers = 3;
  Lines lines(4);
  Sales sales(2);

  auto reader = asyncio::create_task(read(lines, workers), {.name = "reader"});
  auto summing = asyncio::create_task(sum_up(sales), {.name = "sum"});
  auto refused = co_await asyncio::gather(
      rv::iota(0, workers) | rv::transform([&](int id) { return work(lines, sales, id); }) |
      std::ranges::to<std::vector>());
  co_await sales.put(std::nullopt);
  auto by_city = co_await summing;

  for (const auto& [city, amounts] : by_city)
    std::println("{:<6}|{:>5} |{:*^7}| {}", city, std::ranges::fold_left(amounts, 0, std::plus()),
                 std::ranges::max(amounts), amounts.size());
  std::println("refused: {}", std::ranges::fold_left(refused, 0, std::plus<>{}));
}

int main() { asyncio::run(async_main()); }
