// Matchmaking: players wait for an opponent of about their strength; the longer they wait, the less choosy they are.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <format>
#include <iostream>
#include <list>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro, asyncio::Future, asyncio::Task;

struct Player {
  std::string name;
  int rating{};
  std::chrono::seconds comes{};
  std::chrono::seconds patience{};
};

struct Match {
  std::string white, black;
  int difference{};
  std::weak_ordering stronger = std::weak_ordering::equivalent;
};
struct GaveUp {
  std::string name;
};
using Outcome = std::variant<Match, GaveUp>;

class Lobby {
  struct Waiting {
    const Player* player;
    asyncio::TimePoint since;
    Future<Match> match;
  };

 public:
  [[nodiscard]] Coro<Match> find_opponent(const Player& player) {
    auto& loop = asyncio::get_running_loop();
    auto place = line_.insert(line_.end(), Waiting{&player, loop.time(), loop.create_future<Match>()});
    // A copy of the handle: the place in line goes when there is a match.
    auto match = place->match;
    pair_up();
    auto result = co_await asyncio::capture(match);
    if (!result) line_.remove_if([&](const Waiting& waiting) { return waiting.player == &player; });
    co_return std::move(result).value();
  }

  Coro<void> tick() {
    while (true) {
      co_await asyncio::sleep(1s);
      pair_up();
    }
  }

  auto waiting() const { return line_.size(); }

 private:
  static int tolerance(const Waiting& who, asyncio::TimePoint now) {
    const std::chrono::duration<double> waited = now - who.since;
    return static_cast<int>(std::lround(50 + 25 * waited.count()));
  }

  void pair_up() {
    const auto now = asyncio::get_running_loop().time();
    for (auto a = line_.begin(); a != line_.end();) {
      auto fits = [&](const Waiting& b) {
        const int difference = std::abs(a->player->rating - b.player->rating);
        return difference <= std::min(tolerance(*a, now), tolerance(b, now));
      };
      auto b = std::find_if(std::next(a), line_.end(), fits);
      if (b == line_.end()) {
        ++a;
        continue;
      }
      const Match match{a->player->name, b->player->name, std::abs(a->player->rating - b->player->rating),
                        a->player->rating <=> b->player->rating};
      // Who has just been cancelled is done already.
      if (!a->match.done()) a->match.set_result(match);
      if (!b->match.done()) b->match.set_result(match);
      line_.erase(b);
      a = line_.erase(a);
    }
  }

  std::list<Waiting> line_;
};

Coro<Outcome> play(Lobby& lobby, Player player) {
  co_await asyncio::sleep(player.comes);
  try {
    co_return co_await asyncio::wait_for(lobby.find_opponent(player), player.patience);
  } catch (const asyncio::TimeoutError&) {
    co_return GaveUp{player.name};
  }
}

Coro<void> async_main() {
  const auto start = asyncio::get_running_loop().time();
  Lobby lobby;
  auto ticking = asyncio::create_task(lobby.tick(), {.name = "tick"});

  std::vector<Task<Outcome>> games;
  for (const auto& player : std::initializer_list<Player>{
           {"Anna", 1500, 0s, 30s},
           {"Boris", 1900, 1s, 4s},
           {"Chen", 1530, 2s, 30s},
           {"Dia", 1200, 2s, 60s},
           {"Emil", 1410, 3s, 30s},
           {"Fay", 1450, 7s, 30s},
           {"Gus", 2400, 8s, 12s},
       })
    games.push_back(asyncio::create_task(play(lobby, player), {.name = player.name}));

  std::set<std::string> told;
  for (auto next : asyncio::as_completed(games)) {
    const Outcome outcome = co_await std::move(next);
    const auto at = std::chrono::round<std::chrono::seconds>(asyncio::get_running_loop().time() - start);
    const auto text = std::visit(
        []<class T>(const T& o) {
          if constexpr (std::same_as<T, Match>) {
            const auto sign = o.stronger < 0 ? '<' : o.stronger > 0 ? '>' : '=';
            return std::format("{:>6} {} {:<6} difference {:3}", o.white, sign, o.black, o.difference);
          } else {
            return std::format("{:>6} gave up", o.name);
          }
        },
        outcome);
    // A match is the outcome of two players.
    if (!told.insert(text).second) continue;
    std::cout << std::format("{:>4}  {}", at, text) << std::endl;
    if (lobby.waiting() == 1) {
      const auto dia = std::ranges::find(games, std::string("Dia"), [](const auto& task) { return task.get_name(); });
      std::cout << "      only " << dia->get_name() << " is left\n";
      dia->cancel();
      break;
    }
  }
  ticking.cancel();
  const auto left = co_await asyncio::gather(asyncio::return_exceptions, games);
  std::cout << std::ranges::count_if(left, [](auto& outcome) { return !outcome.has_value(); }) << " cancelled\n";
}

int main() { asyncio::run(async_main()); }
