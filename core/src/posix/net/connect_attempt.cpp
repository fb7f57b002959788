#include "posix/net/connect_attempt.hpp"

#include <cerrno>

#include "asyncio/os_error.hpp"
#include "posix/net/socket_listener.hpp"

namespace asyncio::native {
namespace {

/// Binds to the first local address of the family that can be had. Source: _connect_sock.
void bind_locally(const Descriptor& socket, int family, const ConnectPlan& plan, ConnectPlan::Errors& errors) {
  if (plan.local.empty()) return;
  for (const Address& local : plan.local) {
    if (local.family() != family) continue;
    if (::bind(socket.get(), local.get(), local.size) == 0) return;
    errors.push_back(bind_error(errno, local.endpoint()));
  }
  if (errors.empty()) throw OSError("no matching local address with family=" + std::to_string(family) + " found");
  const std::exception_ptr last = errors.back();
  errors.pop_back();
  std::rethrow_exception(last);
}

}  // namespace

std::vector<std::exception_ptr> ConnectPlan::all_errors() const {
  std::vector<std::exception_ptr> all;
  for (const Errors& one : errors) all.insert(all.end(), one.begin(), one.end());
  return all;
}

Coro<void> try_address(Ref<ConnectPlan> plan, std::size_t index) {
  const Address& address = plan->addresses[index];
  ConnectPlan::Errors& errors = plan->errors.emplace_back();
  try {
    Descriptor socket = make_socket(address.family(), SOCK_STREAM, plan->proto);
    bind_locally(socket, address.family(), *plan, errors);
    co_await connect_socket(socket.get(), address);
    if (!plan->connected) plan->connected = std::move(socket);
  } catch (const OSError&) {
    errors.push_back(std::current_exception());
    throw;
  }
}

}  // namespace asyncio::native
