#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

using asyncio::Coro;

namespace {

/// What the call is refused with; by hand, because Catch2 translates no exceptions in WebAssembly.
template <class F>
Coro<std::string> refusal(F call) {
  const auto awaited = [](F f) -> Coro<void> { co_await f(); };
  auto tried = co_await asyncio::capture(awaited(std::move(call)));
  co_return asyncio::detail::describe(tried.exception());
}

/// The same of a call that does not suspend; what it says without its type.
template <class F>
std::string refused(F call) {
  try {
    call();
  } catch (const asyncio::NotSupportedError& error) {
    return error.what();
  }
  return "not refused";
}

class Reading final : public asyncio::ReadPipeProtocol {};
class Datagrams final : public asyncio::DatagramProtocol {};

}  // namespace

TEST_CASE("What a browser cannot do says so by name") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto program = co_await refusal([] { return asyncio::create_subprocess_exec("ls"); });
    CHECK(program ==
          "asyncio::NotSupportedError: create_subprocess_exec() is not supported: this platform has no processes; call "
          "the function that does the work, or start a task for it");
    const auto command = co_await refusal([] { return asyncio::create_subprocess_shell("ls"); });
    CHECK(command.starts_with("asyncio::NotSupportedError: create_subprocess_shell() is not supported"));
    const auto pipe = co_await refusal([&] { return loop.connect_read_pipe(asyncio::make_ref<Reading>, 0); });
    CHECK(pipe == "asyncio::NotSupportedError: connect_read_pipe() is not supported: this platform has no pipes");
    const auto datagrams = co_await refusal(
        [&] { return loop.create_datagram_endpoint(asyncio::make_ref<Datagrams>, asyncio::Endpoint("127.0.0.1")); });
    CHECK(datagrams.starts_with("asyncio::NotSupportedError: create_datagram_endpoint() is not supported"));
    CHECK(refused([] { asyncio::ssl::create_default_context(); }) ==
          "TLS is not supported: connections of a browser's page lead through memory");
  }());
}

TEST_CASE("A browser has no threads, sockets, descriptors and signals, and says so") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const std::string no_threads =
        "asyncio::NotSupportedError: this platform has no threads: run_in_executor(), to_thread() and ThreadPool are "
        "not supported; make the function a coroutine that awaits sleep(0) now and then";
    const auto thread = co_await refusal([] { return asyncio::to_thread([] {}); });
    CHECK(thread == no_threads);
    const auto names = co_await refusal([&] { return loop.getaddrinfo("localhost", 80); });
    CHECK(names ==
          "asyncio::NotSupportedError: getaddrinfo() is not supported: this platform has no sockets; open_connection() "
          "and start_server() work within one program");
    CHECK(refused([] {
            asyncio::Socket socket(asyncio::AddressFamily::ipv4, asyncio::SocketType::stream);
          }).starts_with("Socket is not supported: this platform has no sockets"));
    CHECK(refused([&] { loop.add_reader(0, [] {}); }) ==
          "add_reader() is not supported: this platform has no file descriptors, processes or signals");
    CHECK(refused([&] { loop.add_signal_handler(2, [] {}); }) ==
          "add_signal_handler() is not supported: this platform has no file descriptors, processes or signals");
  }());
}
