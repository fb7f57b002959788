// A token bucket that lets six requests through at once and then one each 200 ms, for four impatient customers.
#include <asyncio/asyncio.hpp>
#include <chrono>
#include <format>
#include <iostream>
#include <map>
#include <string>

using namespace std::chrono_literals;
using Millis = std::chrono::milliseconds;

class TokenBucket {
public:
    TokenBucket(int capacity, Millis interval)
        : m_capacity(capacity), m_tokens(capacity), m_interval(interval), m_loop(asyncio::get_running_loop())
    {
    }

    TokenBucket(const TokenBucket&) = delete;
    TokenBucket& operator=(const TokenBucket&) = delete;

    ~TokenBucket() { m_timer.cancel(); }

    asyncio::Coro<void> take(int amount)
    {
        auto lock = co_await m_condition.scoped_lock();
        co_await m_condition.wait_for([this, amount] { return m_tokens >= amount; });
        m_tokens -= amount;
        if (!m_refilling) schedule();
    }

    asyncio::Coro<bool> try_take(int amount, Millis patience)
    {
        try {
            co_await asyncio::wait_for(take(amount), patience);
            co_return true;
        } catch (const asyncio::TimeoutError&) {
            co_return false;
        }
    }

    int tokens() const { return m_tokens; }

private:
    void schedule()
    {
        m_refilling = true;
        m_timer = m_loop.call_later(m_interval, [this] { m_refill = asyncio::create_task(refill(), {.name = "refill"}); });
    }

    asyncio::Coro<void> refill()
    {
        auto lock = co_await m_condition.scoped_lock();
        m_tokens++;
        m_condition.notify_all();
        m_refilling = false;
        if (m_tokens < m_capacity) schedule();
    }

    int m_capacity;
    int m_tokens;
    Millis m_interval;
    asyncio::EventLoop& m_loop;
    asyncio::Condition m_condition;
    asyncio::Handle m_timer;
    asyncio::Task<void> m_refill;
    bool m_refilling = false;
};

struct Statistics {
    int served = 0;
    int refused = 0;
    Millis waited{0};
};

Millis now()
{
    static const auto start = asyncio::get_running_loop().time();
    return std::chrono::duration_cast<Millis>(asyncio::get_running_loop().time() - start);
}

asyncio::Coro<void> customer(std::string name, TokenBucket& bucket, int requests, Millis patience,
                             std::map<std::string, Statistics>& statistics)
{
    auto& mine = statistics[name];
    for (int i = 1; i <= requests; ++i) {
        const Millis before = now();
        const bool served = co_await bucket.try_take(i % 3 == 0 ? 2 : 1, patience);
        const Millis waited = now() - before;
        mine.waited += waited;
        served ? ++mine.served : ++mine.refused;
        std::cout << std::format("{:>5} ms  {:<6} request {} {} after {} ms\n", now().count(), name, i,
                                 served ? "served " : "refused", waited.count());
        co_await asyncio::sleep(50ms);
    }
}

asyncio::Coro<void> async_main()
{
    now();
    TokenBucket bucket(6, 200ms);
    std::map<std::string, Statistics> statistics;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> asyncio::Coro<void> {
        tg.create_task(customer("alice", bucket, 4, 900ms, statistics));
        tg.create_task(customer("bruno", bucket, 4, 450ms, statistics));
        tg.create_task(customer("clara", bucket, 3, 150ms, statistics));
        co_await asyncio::sleep(1s);
        tg.create_task(customer("dora", bucket, 2, 2s, statistics));
    });
    for (const auto& [name, s] : statistics) {
        const double share = 100.0 * s.served / (s.served + s.refused);
        std::cout << std::format("{:6} {:5.1f} % served, {:4} ms in line\n", name, share, s.waited.count());
    }
    co_await asyncio::sleep(2s);
    std::cout << "tokens in the end: " << bucket.tokens() << "\n";
}

int main()
{
    asyncio::run(async_main());
}
