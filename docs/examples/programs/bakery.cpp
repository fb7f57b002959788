// A bakery: orders by urgency in a priority queue, trays on a stack, an oven that waits for six breads, and a shift's end.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace std;
using namespace std::chrono_literals;

const auto minute = 50ms;  // in a bakery of our size

typedef pair<int, pair<int, string> > Order;  // urgency, number, what

class Bakery {
public:
    Bakery() : orders(8), free_ovens(1) {
        for (int i = 1; i <= 4; i++) trays.put_nowait("tray " + to_string(i));
    }

    asyncio::Coro<void> counter(vector<tuple<int, string, int>> customers) {
        int number = 0;
        for (auto& [urgency, what, pause] : customers) {
            Order order = make_pair(urgency, make_pair(++number, what));
            co_await orders.put(order);
            cout << "order " << number << ": " << what << (urgency == 0 ? " (urgent)" : "") << endl;
            co_await asyncio::sleep(minute * pause);
        }
        cout << "the counter closes" << endl;
        orders.shutdown();
    }

    asyncio::Coro<int> baker(string name) {
        int made = 0;
        for (;;) {
            Order order;
            try {
                order = co_await orders.get();
            } catch (asyncio::QueueShutDown&) {
                break;
            }
            string tray = co_await trays.get();
            cout << name << " makes " << order.second.second << " on " << tray << endl;
            co_await asyncio::sleep(4 * minute);
            {
                auto lock = co_await oven_changed.scoped_lock();
                ready.push_back(make_pair(order.second.second, tray));
                oven_changed.notify();
            }
            made++;
        }
        cout << name << " has made " << made << endl;
        co_return made;
    }

    asyncio::Coro<void> oven() {
        try {
            for (;;) {
                vector<pair<string, string>> batch;
                {
                    auto lock = co_await oven_changed.scoped_lock();
                    co_await oven_changed.wait_for([this] { return ready.size() >= 2 || (last && !ready.empty()); });
                    batch.swap(ready);
                }
                co_await bake(batch);
            }
        } catch (asyncio::CancelledError&) {
            cout << "the oven is cold" << endl;
            throw;
        }
    }

    asyncio::Coro<void> finish() {
        auto lock = co_await oven_changed.scoped_lock();
        last = true;
        oven_changed.notify_all();
    }

    asyncio::Event sold_out;
    map<string, int> baked;

private:
    asyncio::Coro<void> bake(vector<pair<string, string>> batch) {
        auto oven = co_await free_ovens.scoped_lock();
        cout << "the oven takes " << batch.size() << endl;
        co_await asyncio::sleep(10 * minute);
        for (auto it = batch.begin(); it != batch.end(); ++it) {
            baked[it->first]++;
            trays.put_nowait(it->second);
        }
        if (last && ready.empty()) sold_out.set();
    }

    asyncio::PriorityQueue<Order> orders;
    asyncio::LifoQueue<string> trays;
    asyncio::BoundedSemaphore free_ovens;
    asyncio::Condition oven_changed;
    vector<pair<string, string>> ready;
    bool last = false;
};

asyncio::Coro<void> async_main() {
    unique_ptr<Bakery> bakery(new Bakery);
    vector<tuple<int, string, int>> customers;
    customers.push_back(make_tuple(1, "rye", 0));
    customers.push_back(make_tuple(1, "rolls", 1));
    customers.push_back(make_tuple(2, "wheat", 1));
    customers.push_back(make_tuple(2, "spelt", 0));
    customers.push_back(make_tuple(0, "cake", 3));
    customers.push_back(make_tuple(1, "rye", 9));
    customers.push_back(make_tuple(1, "pretzels", 2));

    auto oven = asyncio::create_task(bakery->oven());
    auto shop = asyncio::create_task(bakery->counter(customers));
    auto made = co_await asyncio::gather(bakery->baker("Tom"), bakery->baker("Una"));
    co_await bakery->finish();
    co_await bakery->sold_out.wait();
    oven.cancel();
    co_await asyncio::wait(oven, shop);

    cout << "baked " << get<0>(made) + get<1>(made) << ":";
    for (auto& b : bakery->baked) cout << " " << b.second << " " << b.first;
    cout << endl;
}

int main() {
    asyncio::run(async_main());
    return 0;
}
