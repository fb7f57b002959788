#include "posix/loop/selector.hpp"

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "posix/loop/epoll_selector.hpp"
#include "posix/loop/io_uring_selector.hpp"
#include "posix/loop/kqueue_selector.hpp"
#include "posix/loop/poll_selector.hpp"

namespace asyncio::native {
namespace {

struct Kind {
  std::string_view name;
  std::unique_ptr<Selector> (*make)();
};

/// Of this system, the best one first.
constexpr Kind kinds[] = {
#ifdef __linux__
    {"epoll", make_epoll_selector},
    {"io_uring", make_io_uring_selector},
#elif __has_include(<sys/event.h>)
    {"kqueue", make_kqueue_selector},
#endif
    {"poll", make_poll_selector},
};

[[noreturn]] void refuse(const std::string& name) {
  std::string known;
  for (const Kind& kind : kinds) known.append(known.empty() ? "" : ", ").append(kind.name);
  throw std::invalid_argument("ASYNCIO_SELECTOR=" + name + " is not known: this system has " + known);
}

}  // namespace

std::unique_ptr<Selector> make_selector() {
  const char* choice = std::getenv("ASYNCIO_SELECTOR");
  if (!choice || !*choice) return kinds[0].make();
  for (const Kind& kind : kinds)
    if (kind.name == choice) return kind.make();
  refuse(choice);
}

int to_milliseconds(std::optional<Duration> timeout) noexcept {
  if (!timeout) return -1;
  const auto whole = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
  return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(whole, 0, INT_MAX));
}

}  // namespace asyncio::native
