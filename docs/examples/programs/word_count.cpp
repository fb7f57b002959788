// Map-reduce over a text: chunks are counted by mappers, partitions are merged by reducers, the most frequent words win.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <cctype>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stdr = std::ranges;
namespace stdv = std::views;

const std::string_view text = R"(
The fox and the crow. A crow had found a piece of cheese and sat in a tree with it. The fox saw the crow, and the
fox saw the cheese. What a fine crow, said the fox, and what fine feathers; if the voice of the crow is as fine as
the feathers of the crow, the crow is the queen of birds. The crow opened its beak to sing. The cheese fell down.
The fox ate the cheese, and the fox said to the crow: a fine voice, a fine cheese, but where is the wit?
)";

using Counts = std::unordered_map<std::string, int>;

struct Timing {
  std::chrono::milliseconds per_word{2};
  std::chrono::milliseconds per_merge{1};
};

std::vector<std::string> split_lines(std::string_view whole) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(whole)};
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string normalized(const std::string& word) {
  std::string result;
  stdr::copy(word | stdv::filter([](unsigned char c) { return std::isalpha(c) != 0; }) |
                 stdv::transform([](unsigned char c) { return static_cast<char>(std::tolower(c)); }),
             std::back_inserter(result));
  return result;
}

asyncio::Coro<Counts> map_chunk(std::string chunk, Timing timing) {
  Counts counts;
  std::istringstream words{chunk};
  for (std::string word; words >> word;) {
    if (auto key = normalized(word); !key.empty()) ++counts[key];
    co_await asyncio::sleep(timing.per_word);
  }
  co_return counts;
}

asyncio::Coro<std::map<std::string, int>> reduce_partition(const std::vector<Counts>& all, std::size_t index,
                                                           std::size_t partitions, Timing timing) {
  std::map<std::string, int> merged;
  auto mine = [&](const auto& entry) { return entry.first.size() % partitions == index; };
  for (const Counts& counts : all) {
    for (const auto& [word, count] : counts | stdv::filter(mine)) {
      merged[word] += count;
    }
    co_await asyncio::sleep(timing.per_merge);
  }
  co_return merged;
}

asyncio::Coro<std::multimap<int, std::string, std::greater<>>> word_count(std::string_view whole,
                                                                          std::size_t partitions) {
  const Timing timing;
  std::vector<asyncio::Coro<Counts>> mappers;
  for (auto& line : split_lines(whole)) mappers.push_back(map_chunk(std::move(line), timing));
  const std::vector<Counts> mapped = co_await asyncio::gather(std::move(mappers));
  std::cout << mapped.size() << " chunks: ";
  stdr::copy(mapped | stdv::transform(&Counts::size), std::ostream_iterator<std::size_t>(std::cout, " "));
  std::cout << "different words\n";

  std::vector<asyncio::Task<std::map<std::string, int>>> reducers;
  for (auto i : stdv::iota(std::size_t{0}, partitions))
    reducers.push_back(asyncio::create_task(reduce_partition(mapped, i, partitions, timing)));
  co_await asyncio::wait(reducers);

  std::multimap<int, std::string, std::greater<>> ranking;
  for (const auto& reducer : reducers)
    for (const auto& [word, count] : reducer.result()) ranking.emplace(count, word);
  co_return ranking;
}

asyncio::Coro<void> async_main() {
  auto& loop = asyncio::get_running_loop();
  const auto start = loop.time();
  const auto ranking = co_await word_count(text, 3);

  std::vector<std::pair<int, std::string>> top(ranking.begin(), ranking.end());
  stdr::sort(top, [](const auto& a, const auto& b) { return std::tie(b.first, a.second) < std::tie(a.first, b.second); });
  for (const auto& [count, word] : top | stdv::take(8)) {
    std::cout << std::string(static_cast<std::size_t>(count), '*') << ' ' << word << ' ' << count << '\n';
  }
  auto counts = ranking | stdv::keys;
  std::cout << std::accumulate(counts.begin(), counts.end(), 0) << " words, " << ranking.size() << " different, "
            << stdr::count(counts, 1) << " once, in "
            << std::chrono::round<std::chrono::milliseconds>(loop.time() - start).count() << " ms\n";
}

int main() { asyncio::run(async_main()); }
