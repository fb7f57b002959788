#include "scenario.hpp"

#include <array>
#include <asyncio/asyncio.hpp>
#include <atomic>
#include <chrono>

namespace {

using namespace std::chrono_literals;

/// Longer than anything takes that comes at all.
constexpr auto patience = 5s;
/// More often than any scenario waits.
constexpr int most_polls = 20'000;

std::atomic<bool> somebody_is_stuck{false};

struct Stuck : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void give_up(const char* why) {
  somebody_is_stuck = true;
  throw Stuck(why);
}

class LonelyHost : public asyncio::Host {
 public:
  asyncio::TimePoint now() override { return {}; }
  void poll(std::optional<asyncio::Duration>) override {
    if (++polls_ > most_polls) give_up("it goes round for ever");
  }
  void wake() override {}
  bool may_wake() const override {
    somebody_is_stuck = true;
    return false;
  }

 private:
  int polls_ = 0;
};

/// The system's host with an end to its patience.
class PatientHost : public asyncio::Host {
 public:
  asyncio::TimePoint now() override { return host_->now(); }
  void poll(std::optional<asyncio::Duration> timeout) override {
    if (++polls_ > most_polls) give_up("it goes round for ever");
    if (timeout && *timeout <= asyncio::Duration::zero()) return host_->poll(timeout);
    const auto begin = std::chrono::steady_clock::now();
    host_->poll(patience);
    if (std::chrono::steady_clock::now() - begin >= patience) give_up("nothing comes");
  }
  void wake() override { host_->wake(); }
  bool may_wake() const override { return true; }
  asyncio::detail::Network* network() override { return host_->network(); }
  asyncio::detail::Reactor* reactor() override { return host_->reactor(); }

 private:
  std::unique_ptr<asyncio::Host> host_ = asyncio::make_default_host();
  int polls_ = 0;
};

/// Keeps what the log gets without an allocation. Its handler is set once, at the first attempt, at which nothing
/// fails.
class LogKeeper {
 public:
  LogKeeper() {
    [[maybe_unused]] static const asyncio::LogHandler before = asyncio::set_log_handler(keep);
    size_ = 0;
  }
  LogKeeper(const LogKeeper&) = delete;
  LogKeeper& operator=(const LogKeeper&) = delete;
  std::string_view text() const noexcept { return {text_.data(), size_}; }

 private:
  static void keep(asyncio::LogLevel, std::string_view line) {
    const std::size_t begin = size_.fetch_add(line.size() + 1);
    for (std::size_t i = 0; i <= line.size() && begin + i < text_.size(); ++i)
      text_[begin + i] = i < line.size() ? line[i] : '\n';
    if (size_ > text_.size()) size_ = text_.size();
  }
  inline static std::array<char, 1 << 16> text_;
  inline static std::atomic<std::size_t> size_{0};
};

}  // namespace

std::unique_ptr<asyncio::EventLoop> make_lonely_loop() {
  return std::make_unique<asyncio::EventLoop>(std::make_unique<LonelyHost>(), asyncio::virtual_clock);
}

std::unique_ptr<asyncio::EventLoop> make_native_loop() {
  return std::make_unique<asyncio::EventLoop>(std::make_unique<PatientHost>(), asyncio::virtual_clock);
}

Attempt attempt(const Scenario& scenario) {
  const LogKeeper log;
  somebody_is_stuck = false;
  Attempt attempt;
  try {
    scenario.run();
  } catch (...) {
    attempt.error = std::current_exception();
  }
  attempt.stuck = somebody_is_stuck;
  attempt.log = log.text();
  return attempt;
}
