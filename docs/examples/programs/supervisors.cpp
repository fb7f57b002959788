// A plant of supervised sensors: what goes wrong in nested task groups comes out as one group, which is sorted by kind.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;
using asyncio::ExceptionGroup;
using asyncio::TaskGroup;

struct SensorError : std::runtime_error {
  SensorError(std::string sensor, int code)
      : std::runtime_error(sensor + ": code " + std::to_string(code)), sensor(std::move(sensor)), code(code) {}
  std::string sensor;
  int code;
};
struct Overheated : SensorError {
  using SensorError::SensorError;
};
struct LostContact : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Behaviour {
  std::string name;
  std::chrono::milliseconds lives;
  std::function<void(const std::string&)> ends;
  std::chrono::milliseconds cleanup = 0ms;
  bool cleanup_fails = false;
};

Coro<void> sensor(Behaviour behaviour) {
  auto outcome = co_await asyncio::capture(asyncio::sleep(behaviour.lives));
  if (outcome.has_value()) {
    std::cout << "  " << behaviour.name << " stops by itself\n";
    behaviour.ends(behaviour.name);
    co_return;
  }
  std::cout << "  " << behaviour.name << " is cancelled\n";
  if (behaviour.cleanup > 0ms) co_await asyncio::sleep(behaviour.cleanup);
  if (behaviour.cleanup_fails) throw LostContact(behaviour.name + " did not shut down");
  outcome.value();
}

Coro<void> hall(std::string name, std::vector<Behaviour> sensors) {
  auto result = co_await asyncio::capture(asyncio::with(TaskGroup(), [&](TaskGroup& group) -> Coro<void> {
    for (const auto& behaviour : sensors) group.create_task(sensor(behaviour), {.name = name + "/" + behaviour.name});
    co_await asyncio::sleep(0s);
    std::cout << "  " << name << " is running\n";
  }));
  std::cout << "  " << name << (result ? " ends well\n" : " ends badly\n");
  result.value();
}

void show(const std::exception_ptr& error, int depth) {
  const std::string indent(2 * depth + 2, ' ');
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    std::cout << indent << "+ " << group.summary() << '\n';
    for (const auto& inner : group.exceptions()) show(inner, depth + 1);
  } catch (const std::exception& single) {
    std::cout << indent << "- " << single.what() << '\n';
  }
}

void sort_out(const ExceptionGroup& errors) {
  show(std::make_exception_ptr(errors), 0);
  auto rest = errors.handle<Overheated>([](const Overheated& e) { std::cout << "  cool down " << e.sensor << '\n'; });
  if (rest) {
    rest = rest->handle<SensorError>([](const SensorError& e) {
      std::cout << "  repair " << e.sensor << (e.code >= 500 ? " at once\n" : " some time\n");
    });
  }
  if (!rest) return;
  std::cout << "  " << rest->leaves().size() << " left\n";
  throw *rest;
}

template <class E>
auto fails(int code) {
  return [code](const std::string& name) { throw E(name, code); };
}
void nothing(const std::string&) {}

struct Day {
  std::string name;
  std::vector<Behaviour> north, south;
};

const std::vector<Day> week = {
    {"monday", {{"n1", 10ms, nothing}, {"n2", 20ms, nothing}}, {{"s1", 15ms, nothing}}},
    {"tuesday",
     {{"n1", 10ms, fails<SensorError>(503)}, {"n2", 10ms, fails<Overheated>(1)}, {"n3", 1s, nothing}},
     {{"s1", 10ms, fails<SensorError>(404)}, {"s2", 5ms, nothing}}},
    // Cleaning up takes so long that the other hall has an error of its own meanwhile.
    {"wednesday",
     {{"n1", 10ms, fails<Overheated>(2)}, {"n2", 1s, nothing, 30ms, true}},
     {{"s1", 20ms, fails<SensorError>(500)}, {"s2", 2s, nothing, 1ms}}},
};

Coro<void> live_through(Day day) {
  std::cout << day.name << '\n';
  try {
    co_await asyncio::with(TaskGroup(), [&](TaskGroup& plant) -> Coro<void> {
      plant.create_task(hall("north", day.north));
      plant.create_task(hall("south", day.south));
      co_return;
    });
    std::cout << "  a good day\n";
  } catch (const ExceptionGroup& errors) {
    sort_out(errors);
  }
}

Coro<void> async_main() {
  for (const Day& day : week) {
    auto result = co_await asyncio::capture(live_through(day));
    if (!result) {
      std::cout << "  nobody is responsible for:\n";
      show(result.exception(), 1);
    }
  }

  std::cout << "thursday\n";
  std::vector<Behaviour> patient = {{"n1", 1s, nothing}, {"n2", 2s, nothing, 5ms}};
  auto strike = asyncio::create_task(hall("north", patient));
  co_await asyncio::sleep(100ms);
  strike.cancel("strike");
  try {
    co_await strike;
  } catch (const asyncio::CancelledError& error) {
    std::cout << "  cancelled: " << error.message().value_or("for no reason") << '\n';
  }
}

int main() { asyncio::run(async_main()); }
