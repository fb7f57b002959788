#include "listener.hpp"

#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "../browser_host.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/web/errors.hpp"
#include "imports.hpp"

namespace asyncio::web {
namespace {

/// Never destroyed: a global object of the program may hold a WebSocket.
std::unordered_map<int, Listener*>& listeners() {
  static auto* all = new std::unordered_map<int, Listener*>;
  return *all;
}

int last_id = 0;

void dispatch(int id, EventKind kind, std::size_t size) {
  const auto found = listeners().find(id);
  if (found == listeners().end()) return;
  std::string bytes(size, '\0');
  imports::take(bytes.data());
  found->second->on_event(kind, std::move(bytes));
}

}  // namespace

Listener::Listener() : id_(++last_id) {}
Listener::~Listener() { drop(); }

void Listener::listen() {
  listeners().emplace(id_, this);
  wasm::outside_events = listeners().size();
}

void Listener::stop_listening() noexcept {
  listeners().erase(id_);
  wasm::outside_events = listeners().size();
}

void Listener::drop() noexcept {
  stop_listening();
  imports::drop(id_);
}

std::exception_ptr error_of(EventKind kind, const std::string& message) {
  switch (kind) {
    case EventKind::failed:
      return std::make_exception_ptr(NetworkError(message));
    case EventKind::refused:
      return std::make_exception_ptr(PermissionError(message));
    case EventKind::invalid:
      return std::make_exception_ptr(std::invalid_argument(message));
    case EventKind::unsupported:
      return std::make_exception_ptr(NotSupportedError(message));
    default:
      return nullptr;
  }
}

StandingTime::StandingTime() : calls_(asyncio::detail::running_loop().calls_outside) { ++calls_; }

}  // namespace asyncio::web

/// Never throws, as JavaScript calls it: what it has no memory for ends the program.
// NOLINTNEXTLINE(bugprone-exception-escape): that ends it
extern "C" __attribute__((export_name("asyncio_web_event"))) void asyncio_web_event(int id, int kind,
                                                                                    std::size_t size) noexcept {
  asyncio::web::dispatch(id, static_cast<asyncio::web::EventKind>(kind), size);
}
