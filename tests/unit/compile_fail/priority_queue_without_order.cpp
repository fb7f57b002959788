// expect: asyncio: a PriorityQueue.s items must be comparable
#include <asyncio/asyncio.hpp>

struct Job {
  int priority;
#ifndef BAD
  bool operator<(const Job& other) const { return priority < other.priority; }
#endif
};

asyncio::PriorityQueue<Job> queue;
