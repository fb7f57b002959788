// Dining philosophers: five of them, five forks, and a waiter who seats four at a time.
#include <asyncio/asyncio.hpp>
#include <array>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

using namespace asyncio;
using namespace std::literals::chrono_literals;

constexpr std::size_t N = 5;

enum class Mood { thinking, hungry, eating };

struct Table {
    std::array<Lock, N> forks;
    Semaphore waiter{N - 1};
    std::array<Mood, N> moods{};
    std::vector<std::string> history;

    void change(std::size_t who, Mood mood) {
        moods[who] = mood;
        std::string picture;
        for (Mood m : moods) {
            switch (m) {
                case Mood::thinking: picture += '.'; break;
                case Mood::hungry: picture += 'h'; break;
                case Mood::eating: picture += 'E'; break;
            }
        }
        history.push_back(picture);
    }
};

struct Philosopher {
    std::string name;
    std::size_t seat;
    Table* table;
    int meals = 0;

    Lock& left() { return table->forks[seat]; }
    Lock& right() { return table->forks[(seat + 1) % N]; }

    Coro<void> think() {
        table->change(seat, Mood::thinking);
        co_await sleep(10ms * (seat + 1));
    }

    Coro<void> eat() {
        table->change(seat, Mood::hungry);
        auto chair = co_await table->waiter.scoped_lock();
        auto one = co_await left().scoped_lock();
        auto other = co_await right().scoped_lock();
        table->change(seat, Mood::eating);
        co_await sleep(15ms);
        ++meals;
    }

    Coro<void> live(int days) {
        while (days-- > 0) {
            co_await think();
            co_await eat();
        }
        table->change(seat, Mood::thinking);
    }
};

Coro<void> async_main() {
    Table table;
    std::vector<std::unique_ptr<Philosopher>> philosophers;
    for (auto name : {"Plato", "Hypatia", "Kant", "Arendt", "Laozi"}) {
        auto p = std::make_unique<Philosopher>();
        p->name = name;
        p->seat = philosophers.size();
        p->table = &table;
        philosophers.push_back(std::move(p));
    }

    co_await with(TaskGroup(), [&](TaskGroup& group) -> Coro<void> {
        for (auto& p : philosophers) group.create_task(p->live(3), {.name = p->name});
        co_return;
    });

    std::size_t column = 0;
    for (auto& picture : table.history) {
        std::cout << picture << (++column % 10 == 0 ? "\n" : " ");
    }
    std::cout << "\n";

    std::ostringstream summary;
    for (auto& p : philosophers) summary << std::setw(8) << p->name << " ate " << p->meals << " times\n";
    std::cout << summary.str();

    // Two neighbours never eat at the same time.
    for (auto& picture : table.history)
        for (std::size_t i = 0; i < N; ++i)
            if (picture[i] == 'E' && picture[(i + 1) % N] == 'E') std::cout << "wrong: " << picture << "\n";
}

int main() { run(async_main()); }
