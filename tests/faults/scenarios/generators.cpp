#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

AsyncGenerator<std::string> texts(int count, int& closed) {
  struct Note {
    int& closed;
    ~Note() { ++closed; }
  } note{closed};
  for (int i = 0; i < count; ++i) {
    co_await sleep(1s);
    co_yield std::string(40, static_cast<char>('a' + i));
  }
}

Coro<void> collect_all() {
  int closed = 0;
  const auto all = co_await collect(texts(3, closed));
  require(all.size() == 3 && all[2] == std::string(40, 'c') && closed == 1, "all that it gives");
}

Coro<void> leave_half_way() {
  int closed = 0;
  auto generator = texts(3, closed);
  const auto body = [](AsyncGenerator<std::string>& own) -> Coro<void> {
    const auto first = co_await own.next();
    require(first && *first == std::string(40, 'a'), "the first");
  };
  co_await with(aclosing(generator), body);
  require(closed == 1, "it is closed");
}

/// Suspended when the run ends: the loop closes it.
Coro<void> leave_to_the_loop(AsyncGenerator<std::string>& generator) {
  const auto first = co_await generator.next();
  require(static_cast<bool>(first), "the first");
}

struct GeneratorsLeftBehind {
  int closed = 0;
  AsyncGenerator<std::string> first = texts(3, closed);
  AsyncGenerator<std::string> second = texts(3, closed);
  Coro<void> main() {
    co_await leave_to_the_loop(first);
    co_await leave_to_the_loop(second);
  }
};

AsyncGenerator<int, int> sums() {
  int sum = 0;
  for (;;) {
    int sent = 0;
    try {
      sent = co_yield sum;
    } catch (const std::invalid_argument&) {
      sent = 100;
    }
    sum += sent;
  }
}

Coro<void> send_and_throw() {
  auto generator = sums();
  require(co_await generator.next() == 0, "the first");
  require(co_await generator.asend(3) == 3, "what was sent");
  require(co_await generator.athrow(std::invalid_argument("a text that needs memory of its own")) == 103,
          "what was thrown");
  co_await generator.aclose();
}

}  // namespace

const std::vector<Scenario>& generator_scenarios() {
  static const std::vector<Scenario> all = {
      {"AsyncGenerator", lonely<collect_all>},
      {"AsyncGenerator left half-way", lonely<leave_half_way>},
      {"AsyncGenerator left to the loop", lonely<GeneratorsLeftBehind>},
      {"asend(), athrow(), aclose()", lonely<send_and_throw>},
  };
  return all;
}
