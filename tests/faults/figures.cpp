#include "figures.hpp"

#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <cstdio>

Figures& figures() {
  static Figures all;
  return all;
}

namespace {

class TellFigures final : public Catch::EventListenerBase {
 public:
  using EventListenerBase::EventListenerBase;
  void testRunEnded(const Catch::TestRunStats&) override {
    const Figures& all = figures();
    if (all.scenarios == 0) return;
    long calls = 0;
    std::string text;
    for (const auto& [name, count] : all.system_calls) {
      calls += count;
      text += ' ' + name + ' ' + std::to_string(count);
    }
    std::printf("Failed in turn, in %ld scenarios: %ld allocations, %ld system calls:%s\n", all.scenarios,
                all.allocations, calls, text.c_str());
  }
};

}  // namespace

CATCH_REGISTER_LISTENER(TellFigures)
