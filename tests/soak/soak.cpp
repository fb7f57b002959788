// Rounds of everything that the library can do at once, for as long as one asks:
//
//   soak [SECONDS]
//
// After each round nothing is left of it; so what the process holds then must stay as it is, once it has warmed up.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "footprint.hpp"
#include "work.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

/// The part of the time in which threads are started, pools and buffers filled.
constexpr double warm_up = 0.25;
/// What an allocator may need more for the same, now and then.
constexpr std::size_t allowance = 1024 * 1024;

struct Sample {
  asyncio::Duration time;
  Footprint held;
};

Coro<void> work(Chance& chance) {
  co_await asyncio::gather(work_with_tasks(chance), work_with_connections(chance), work_with_processes(chance),
                           work_with_threads(chance));
}

void print(const Sample& sample, std::size_t rounds) {
  std::printf("%5.0f s  %7zu rounds  %8zu KiB  %4zu descriptors\n", std::chrono::duration<double>(sample.time).count(),
              rounds, sample.held.memory / 1024, sample.held.descriptors);
  std::fflush(stdout);
}

Coro<std::vector<Sample>> rounds_of_work(asyncio::Duration length) {
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  const auto begin = loop.time();
  Chance chance;
  std::vector<Sample> samples;
  auto next_line = asyncio::Duration::zero();
  while (samples.empty() || samples.back().time < length) {
    co_await work(chance);
    samples.push_back({loop.time() - begin, footprint()});
    if (samples.back().time < next_line) continue;
    print(samples.back(), samples.size());
    next_line = samples.back().time + length / 20;
  }
  print(samples.back(), samples.size());
  co_return samples;
}

/// Of the rounds from the end of the warm-up on, the first half and the second.
bool flat(const std::vector<Sample>& samples) {
  const auto warm = samples.begin() + static_cast<std::ptrdiff_t>(warm_up * static_cast<double>(samples.size()));
  const auto middle = warm + (samples.end() - warm) / 2;
  const auto most = [](auto begin, auto end, auto member) {
    return (*std::max_element(begin, end,
                              [&](const Sample& a, const Sample& b) { return a.held.*member < b.held.*member; }))
               .held.*
           member;
  };
  const std::size_t memory = most(warm, middle, &Footprint::memory);
  const std::size_t later_memory = most(middle, samples.end(), &Footprint::memory);
  const std::size_t descriptors = most(warm, middle, &Footprint::descriptors);
  const std::size_t later_descriptors = most(middle, samples.end(), &Footprint::descriptors);
  std::printf("at most %zu KiB, then %zu KiB; at most %zu descriptors, then %zu\n", memory / 1024, later_memory / 1024,
              descriptors, later_descriptors);
  return later_memory <= memory + allowance && later_descriptors <= descriptors;
}

}  // namespace

int main(int argc, char** argv) {
  const std::chrono::duration<double> length(argc > 1 ? std::strtod(argv[1], nullptr) : 600.0);
  try {
    const auto samples = asyncio::run(rounds_of_work(std::chrono::duration_cast<asyncio::Duration>(length)));
    if (samples.size() < 8) throw std::runtime_error("too short to tell anything");
    if (!flat(samples)) throw std::runtime_error("it holds more and more");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "soak: %s\n", error.what());
    return 1;
  }
}
