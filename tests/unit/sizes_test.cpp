// What a task weighs, so that nobody adds to it unawares: the cost of many tasks is that of their memory.
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

namespace {

using namespace asyncio::detail;

constexpr std::size_t word = sizeof(void*);

/// Where a word has 32 bits, what is counted in numbers weighs more words.
constexpr bool is_64_bit = word == 8;

// The vtable; count, offset and state; loop, callbacks, error, extras.
static_assert(!is_64_bit || sizeof(FutureCore) == 6 * word);
// The vtable and two links.
static_assert(sizeof(Runnable) == 3 * word);
// A future; what the queue and the list of tasks need; coroutine, wait and context; numbers and flags.
static_assert(!is_64_bit || sizeof(TaskCore) == sizeof(FutureCore) + sizeof(Runnable) + 2 * word + 5 * word);
// Besides: the outermost coroutine, its error, its result.
static_assert(!is_64_bit || sizeof(TaskBox<int>) == sizeof(TaskCore) + 3 * word);
// In each frame: the caller, the call, the latest await.
static_assert(sizeof(Promise<void>) == 3 * word);
// In the frame of who awaits: the coroutine, its error, its result.
static_assert(!is_64_bit || sizeof(CoroAwaiter<int>) == 3 * word);
static_assert(!is_64_bit || sizeof(SleepAwaiter) == 2 * word);

}  // namespace

TEST_CASE("A task's memory is not larger than what its members need") {
  CHECK(sizeof(TaskBox<void>) <= sizeof(TaskCore) + 3 * word);
}
