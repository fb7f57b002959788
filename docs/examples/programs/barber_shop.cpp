// The sleeping barber, in the manner of C: globals, printf, semaphores, and two barbers with three chairs.
#include <asyncio/asyncio.hpp>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHAIRS 3
#define BARBERS 2
#define CUSTOMERS 9
#define MINUTE std::chrono::milliseconds(50)

struct customer {
    int id;
    int arrives; /* minutes after opening */
    int hair;    /* minutes to cut */
    asyncio::Event *done;
};

static asyncio::Queue<customer *> *chairs;
static asyncio::Lock *cash_desk;
static long cash = 0;
static int served = 0, turned_away = 0, interrupted = 0;
static asyncio::TimePoint opening;

static int minutes(void)
{
    auto passed = asyncio::get_running_loop().time() - opening;
    return (int)(passed / MINUTE);
}

static void say(const char *who, int id, const char *what)
{
    printf("%3d min  %-8s %d %s\n", minutes(), who, id, what);
}

asyncio::Coro<void> pay(int amount)
{
    co_await cash_desk->acquire();
    long before = cash;
    co_await asyncio::sleep(MINUTE);
    cash = before + amount;
    cash_desk->release();
}

asyncio::Coro<void> customer_comes(struct customer *self)
{
    co_await asyncio::sleep(self->arrives * MINUTE);
    try {
        chairs->put_nowait(self);
    } catch (asyncio::QueueFull &) {
        say("customer", self->id, "finds no chair and leaves");
        turned_away++;
        co_return;
    }
    say("customer", self->id, "sits down");
    co_await self->done->wait();
    co_await pay(5 + self->hair);
    say("customer", self->id, "has paid");
}

asyncio::Coro<void> barber(int id)
{
    struct customer *next = NULL;
    try {
        while (1) {
            if (chairs->empty())
                say("barber", id, "falls asleep");
            next = co_await chairs->get();
            say("barber", id, "cuts");
            co_await asyncio::sleep(next->hair * MINUTE);
            next->done->set();
            next = NULL;
            served++;
            chairs->task_done();
        }
    } catch (asyncio::CancelledError &error) {
        if (next != NULL)
            interrupted++;
        printf("%3d min  barber   %d goes home: %s\n", minutes(), id, error.message() ? error.message()->c_str() : "?");
        throw;
    }
}

asyncio::Coro<int> async_main()
{
    opening = asyncio::get_running_loop().time();
    chairs = new asyncio::Queue<customer *>(CHAIRS);
    cash_desk = new asyncio::Lock;

    struct customer list[CUSTOMERS];
    memset(list, 0, sizeof(list));
    int arrives[CUSTOMERS] = {0, 0, 2, 3, 4, 5, 15, 40, 41};
    int hair[CUSTOMERS] = {20, 12, 15, 7, 30, 9, 10, 12, 25};

    std::vector<asyncio::Task<void>> barbers, customers;
    for (int i = 0; i < BARBERS; i++) {
        char name[24];
        snprintf(name, sizeof(name), "barber %d", i + 1);
        barbers.push_back(asyncio::create_task(barber(i + 1), {.name = name}));
    }
    for (int i = 0; i < CUSTOMERS; i++) {
        list[i].id = i + 1;
        list[i].arrives = arrives[i];
        list[i].hair = hair[i];
        list[i].done = new asyncio::Event;
        customers.push_back(asyncio::create_task(customer_comes(&list[i])));
    }

    auto result = co_await asyncio::wait(customers);
    printf("%d customers are gone\n", (int)result.done.size());
    for (auto &task : barbers)
        task.cancel("closing time");
    for (auto &ended : co_await asyncio::gather(asyncio::return_exceptions, barbers))
        if (ended.has_value())
            printf("a barber stays!?\n");

    printf("served %d, turned away %d, interrupted %d, cash %ld\n", served, turned_away, interrupted, cash);
    for (int i = 0; i < CUSTOMERS; i++)
        delete list[i].done;
    delete cash_desk;
    delete chairs;
    co_return served + turned_away == CUSTOMERS ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(void)
{
    return asyncio::run(async_main());
}
