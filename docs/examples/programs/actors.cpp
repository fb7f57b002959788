// An actor system: mailboxes of variants, actors as classes, requests with replies, and a supervisor that restarts.
#include <asyncio/asyncio.hpp>
#include <deque>
#include <format>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

using asyncio::Coro;

template <class... Ts>
struct overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

// What an actor is asked and what it answers.
template <class Reply>
struct Request {
  asyncio::Future<Reply> reply = asyncio::get_running_loop().create_future<Reply>();
};

struct Deposit {
  std::string account;
  int amount;
};
struct Balance : Request<std::optional<int>> {
  std::string account;
  explicit Balance(std::string account) : account(std::move(account)) {}
};
struct Crash {
  std::string why;
};
struct Stop {};

class Actor : public std::enable_shared_from_this<Actor> {
 public:
  using Message = std::variant<Deposit, Balance, Crash, Stop>;

  virtual ~Actor() = default;
  void tell(Message message) { mailbox_.put_nowait(std::move(message)); }

  template <class Question, class... Args>
  auto ask(Args&&... args) {
    Question question(std::forward<Args>(args)...);
    auto reply = question.reply;
    tell(std::move(question));
    return reply;
  }

  virtual Coro<void> run() = 0;

 protected:
  Coro<Message> receive() { return mailbox_.get(); }

 private:
  asyncio::Queue<Message> mailbox_;
};

class Ledger final : public Actor {
 public:
  Coro<void> run() override {
    bool running = true;
    while (running) {
      Message message = co_await receive();
      co_await asyncio::sleep(std::chrono::milliseconds(1));
      std::visit(overloaded{
                     [this](const Deposit& deposit) { accounts_[deposit.account] += deposit.amount; },
                     [this](const Balance& balance) {
                       auto found = accounts_.find(balance.account);
                       if (found == accounts_.end())
                         balance.reply.set_result(std::nullopt);
                       else
                         balance.reply.set_result(found->second);
                     },
                     [](const Crash& crash) { throw std::runtime_error(crash.why); },
                     [&running](Stop) { running = false; },
                 },
                 message);
    }
  }

 private:
  std::map<std::string, int> accounts_;
};

class Supervisor {
 public:
  explicit Supervisor(int restarts) : restarts_(restarts) {}

  template <std::derived_from<Actor> A>
  std::shared_ptr<A> start(std::string name) {
    auto actor = std::make_shared<A>();
    tasks_.push_back(asyncio::create_task(keep_alive(actor, name), {.name = name}));
    return actor;
  }

  Coro<void> wait() {
    for (auto& task : tasks_) {
      try {
        co_await task;
        std::cout << std::format("supervisor: {} has ended\n", task.get_name());
      } catch (const std::exception& error) {
        std::cout << std::format("supervisor: gives {} up: {}\n", task.get_name(), error.what());
      }
    }
  }

 private:
  Coro<void> keep_alive(std::shared_ptr<Actor> actor, std::string name) {
    for (int left = restarts_;; --left) {
      auto outcome = co_await asyncio::capture(actor->run());
      if (outcome.has_value()) co_return;
      if (left == 0) std::rethrow_exception(outcome.exception());
      std::cout << std::format("supervisor: restarts {}\n", name);
    }
  }

  int restarts_;
  std::deque<asyncio::Task<void>> tasks_;
};

std::string show(const std::optional<int>& balance) {
  return balance.transform([](int b) { return std::to_string(b); }).value_or("none");
}

Coro<void> async_main() {
  Supervisor supervisor(1);
  auto savings = supervisor.start<Ledger>("savings");
  auto loans = supervisor.start<Ledger>("loans");

  savings->tell(Deposit{"ann", 100});
  savings->tell(Deposit{"ann", 20});
  savings->tell(Crash{"out of ink"});
  savings->tell(Deposit{"bob", 7});
  auto ann = savings->ask<Balance>("ann");
  auto bob = savings->ask<Balance>("bob");
  auto eve = savings->ask<Balance>("eve");
  auto [a, b, e] = co_await asyncio::gather(ann, bob, eve);
  std::cout << std::format("ann {}, bob {}, eve {}\n", show(a), show(b), show(e));

  loans->tell(Crash{"first"});
  loans->tell(Crash{"second"});
  savings->tell(Stop{});
  co_await supervisor.wait();

  try {
    co_await asyncio::wait_for(loans->ask<Balance>("ann"), std::chrono::seconds(1));
  } catch (const asyncio::TimeoutError&) {
    std::cout << "the dead do not answer\n";
  }
}

int main() { asyncio::run(async_main()); }
