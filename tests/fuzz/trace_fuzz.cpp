// What TraceObserver tells the page, read back by docs/event-log.md: no batch ends within a record or is larger than
// the buffer, no name and no frame is used before it is sent, and every event comes out as it went in.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "browser_host.hpp"
#include "check.hpp"
#include "imports.hpp"
#include "trace/records.hpp"
#include "trace_observer.hpp"

namespace {

using asyncio::detail::RecordKind;
using asyncio::detail::RecordValue;
using asyncio::detail::values_of;

constexpr std::size_t largest_batch = 64 * 1024;
constexpr std::size_t longest_string = 4096;

/// A record with the strings that it names; of a frame, file and line.
struct Event {
  int kind = 0;
  int detail = 0;
  std::uint32_t task = 0;
  std::vector<std::uint32_t> numbers = {};
  std::vector<std::string> strings = {};
  bool operator==(const Event&) const = default;
};

struct Place {
  std::string file;
  std::uint32_t line = 0;
};

/// Reads the batches as the page does.
class Reader {
 public:
  void batch(const std::byte* bytes, std::size_t size) {
    CHECK(size > 0 && size <= largest_batch && size % 8 == 0);
    for (std::size_t at = 0; at < size;) {
      CHECK(at + 32 <= size);
      at += record(bytes + at, size - at);
    }
  }
  std::vector<Event> events;

 private:
  /// \returns its length, with that of its string
  std::size_t record(const std::byte* bytes, std::size_t most) {
    std::uint32_t values[4];
    std::memcpy(values, bytes + 16, sizeof values);
    const int kind = static_cast<int>(bytes[0]);
    if (kind == 1) {
      const std::size_t length = 32 + (values[1] + std::size_t{7}) / 8 * 8;
      CHECK(length <= most);
      const std::string text(reinterpret_cast<const char*>(bytes) + 32, values[1]);
      CHECK(strings_.emplace(values[0], text).second);
      return length;
    }
    if (kind == 11) {
      std::uint32_t id = 0;
      std::memcpy(&id, bytes + 4, sizeof id);
      CHECK(values[0] == 0 || frames_.contains(values[0]));
      CHECK(frames_.emplace(id, Place{strings_.at(values[2]), values[3]}).second);
      return 32;
    }
    Event event{.kind = kind, .detail = static_cast<int>(bytes[1])};
    std::memcpy(&event.task, bytes + 4, sizeof event.task);
    const auto layout = values_of(static_cast<RecordKind>(kind));
    for (std::size_t i = 0; i < layout.size(); ++i) {
      if (layout[i] == RecordValue::none) continue;
      if (layout[i] == RecordValue::string) {
        event.strings.push_back(strings_.at(values[i]));
      } else if (layout[i] == RecordValue::frame) {
        const Place& place = frames_.at(values[i]);
        event.strings.push_back(place.file);
        event.numbers.push_back(place.line);
      } else {
        event.numbers.push_back(values[i]);
      }
    }
    events.push_back(std::move(event));
    return 32;
  }
  std::unordered_map<std::uint32_t, std::string> strings_{{0, ""}};
  std::unordered_map<std::uint32_t, Place> frames_{{0, {}}};
};

Reader* reader = nullptr;

/// Tells the observer something, and gives what should come of it.
Event tell(asyncio::wasm::TraceObserver& observer, FuzzedDataProvider& input) {
  const int kind = input.ConsumeIntegralInRange(2, 10);
  const auto task = input.ConsumeIntegral<std::uint32_t>();
  const auto other = input.ConsumeIntegral<std::uint32_t>();
  // Some are repeated, some long.
  std::string text = input.ConsumeRandomLengthString(40);
  if (input.ConsumeIntegralInRange(0, 7) == 0) text.resize(input.ConsumeIntegralInRange<std::size_t>(0, 70'000), 'x');
  const std::string kept = text.substr(0, longest_string);
  const auto here = std::source_location::current();
  switch (kind) {
    case 2:
      observer.iteration(task, other);
      return {.kind = kind, .numbers = {task, other}};
    case 3:
      observer.created(
          task,
          {.name = text, .parent = other, .eager = other % 2 != 0, .coroutine = text, .where = here, .creator = {}});
      return {.kind = kind,
              .detail = other % 2 != 0,
              .task = task,
              .numbers = {other, here.line()},
              .strings = {kept, kept, here.file_name()}};
    case 4:
      observer.step_begin(task);
      return {.kind = kind, .task = task};
    case 5:
      observer.step_end(task);
      return {.kind = kind, .task = task};
    case 6:
      observer.suspended(task, text, other, asyncio::CallStack());
      return {.kind = kind, .task = task, .numbers = {other, 0}, .strings = {kept, ""}};
    case 7:
      observer.woken(task, other);
      return {.kind = kind, .task = task, .numbers = {other}};
    case 8:
      observer.cancel_requested(task, other, text);
      return {.kind = kind, .task = task, .numbers = {other}, .strings = {kept}};
    case 9:
      // What() ends at a NUL.
      text = text.c_str();
      observer.done(task, asyncio::Outcome::failed, std::make_exception_ptr(std::runtime_error(text)));
      return {
          .kind = kind, .detail = 1, .task = task, .strings = {"std::runtime_error", text.substr(0, longest_string)}};
    default:
      observer.renamed(task, text);
      return {.kind = kind, .task = task, .strings = {kept}};
  }
}

}  // namespace

namespace asyncio::wasm::imports {
double now() { return 0; }
void trace(const std::byte* records, std::size_t size) { reader->batch(records, size); }
}  // namespace asyncio::wasm::imports

double asyncio::wasm::time_ms() { return 0; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  const auto observer = std::make_unique<asyncio::wasm::TraceObserver>();
  Reader reading;
  reader = &reading;
  std::vector<Event> told;
  while (input.remaining_bytes() > 0) {
    if (input.ConsumeIntegralInRange(0, 31) == 0) observer->flush();
    told.push_back(tell(*observer, input));
  }
  observer->flush();
  CHECK(reading.events == told);
  return 0;
}
