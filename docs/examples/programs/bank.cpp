// A bank: transfers that lock two accounts in order, an auditor who locks all of them, and no money that gets lost.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct Account {
  Account(int number_, std::string owner_, long cents_) : number(number_), owner(owner_), cents(cents_) {}
  int number;
  std::string owner;
  long cents;
  asyncio::Lock lock;
};

typedef std::shared_ptr<Account> AccountPtr;

class InsufficientFunds : public std::exception {
 public:
  InsufficientFunds(AccountPtr account, long wanted) {
    text = account->owner + " has " + std::to_string(account->cents) + " but needs " + std::to_string(wanted);
  }
  const char* what() const noexcept override { return text.c_str(); }

 private:
  std::string text;
};

class Bank {
 public:
  void open(int number, const std::string& owner, long cents) {
    accounts[number] = std::make_shared<Account>(number, owner, cents);
  }

  asyncio::Coro<void> transfer(int from, int to, long cents) {
    if (accounts.find(from) == accounts.end() || accounts.find(to) == accounts.end())
      throw std::invalid_argument("no such account");
    if (from == to) throw std::invalid_argument("twice the same account");
    AccountPtr a = accounts[from];
    AccountPtr b = accounts[to];
    // Always the lower number first, else two transfers could wait for each other.
    AccountPtr first = from < to ? a : b;
    AccountPtr second = from < to ? b : a;
    auto guard1 = co_await first->lock.scoped_lock();
    co_await asyncio::sleep(std::chrono::milliseconds(3));
    auto guard2 = co_await second->lock.scoped_lock();
    if (a->cents < cents) throw InsufficientFunds(a, cents);
    long old_a = a->cents;
    long old_b = b->cents;
    co_await asyncio::sleep(std::chrono::milliseconds(5));
    a->cents = old_a - cents;
    b->cents = old_b + cents;
    transfers++;
  }

  asyncio::Coro<long> audit() {
    std::vector<asyncio::ScopedLock<asyncio::Lock>> guards;
    for (auto it = accounts.begin(); it != accounts.end(); ++it) {
      guards.push_back(co_await it->second->lock.scoped_lock());
    }
    long sum = 0;
    for (auto it = accounts.begin(); it != accounts.end(); ++it) {
      sum += it->second->cents;
      co_await asyncio::sleep(std::chrono::milliseconds(1));
    }
    co_return sum;
  }

  void print() const {
    for (auto& entry : accounts) {
      const Account& account = *entry.second;
      printf("  %d %-6s %6ld.%02ld\n", account.number, account.owner.c_str(), account.cents / 100,
             account.cents % 100);
    }
  }

  int transfers = 0;

 private:
  std::map<int, AccountPtr> accounts;
};

asyncio::Coro<void> auditor(Bank& bank, int times) {
  for (int i = 0; i < times; i++) {
    co_await asyncio::sleep(std::chrono::milliseconds(20));
    long sum = co_await bank.audit();
    printf("audit %d: %ld cents after %d transfers\n", i + 1, sum, bank.transfers);
  }
}

asyncio::Coro<void> async_main() {
  Bank bank;
  bank.open(101, "Ada", 100000);
  bank.open(102, "Brian", 50000);
  bank.open(103, "Carol", 7550);
  bank.open(104, "Dennis", 0);

  auto watching = asyncio::create_task(auditor(bank, 4), {.name = "auditor"});
  std::vector<asyncio::Coro<void>> orders;
  unsigned random = 7;
  for (int i = 0; i < 24; i++) {
    random = random * 1103515245u + 12345u;
    int from = 101 + static_cast<int>((random >> 16) % 4);
    int to = 101 + static_cast<int>((random >> 20) % 5);
    long cents = 1000 + static_cast<long>((random >> 8) % 9000);
    orders.push_back(bank.transfer(from, to, cents));
  }
  std::vector<asyncio::Result<void>> results =
      co_await asyncio::gather(asyncio::return_exceptions, std::move(orders));

  std::map<std::string, int> errors;
  for (auto& result : results) {
    try {
      result.value();
    } catch (std::exception& error) {
      errors[error.what()]++;
    }
  }
  co_await watching;
  for (auto& entry : errors) printf("%d x %s\n", entry.second, entry.first.c_str());
  printf("%d of %zu transfers were made\n", bank.transfers, results.size());
  bank.print();
}

int main() { asyncio::run(async_main()); }
