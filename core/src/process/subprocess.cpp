#include "asyncio/subprocess.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/gather.hpp"
#include "asyncio/os_error.hpp"
#include "process/subprocess_stream_protocol.hpp"

namespace asyncio {
namespace {

using detail::SubprocessStreamProtocol;

template <class Stream>
Stream& require_pipe(std::optional<Stream>& stream, const char* name) {
  if (stream) return *stream;
  throw std::logic_error(std::string(name) + " of the process is no pipe: start it with ." + name +
                         "_ = asyncio::subprocess::PIPE");
}

bool is_lost_reader(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const BrokenPipeError&) {
    return true;
  } catch (const ConnectionResetError&) {
    return true;
  } catch (...) {
    return false;
  }
}

Coro<void> feed(Ref<SubprocessStreamProtocol> protocol, std::string input) {
  if (!protocol->input()) co_return;
  StreamWriter& writer = *protocol->input();
  writer.write(input);
  auto drained = co_await detail::Captured<void>(writer.drain());
  if (drained.exception() && !is_lost_reader(drained.exception())) drained.value();
  writer.close();
}

Coro<std::string> read_all(Ref<SubprocessTransport> transport, Ref<SubprocessStreamProtocol> protocol, int fd) {
  std::optional<StreamReader>& reader = protocol->output(fd);
  if (!reader) co_return std::string();
  const Ref<BaseTransport> pipe(transport->get_pipe_transport(fd));
  std::string all = co_await reader->read();
  pipe->close();
  co_return all;
}

Coro<std::pair<std::string, std::string>> talk(Ref<SubprocessTransport> transport,
                                               Ref<SubprocessStreamProtocol> protocol, std::string input) {
  auto feeding = feed(protocol, std::move(input));
  auto reading = read_all(transport, protocol, 1);
  auto reading_errors = read_all(transport, protocol, 2);
  auto all = gather(std::move(feeding), std::move(reading), std::move(reading_errors));
  auto results = co_await std::move(all);
  co_await transport->wait();
  co_return std::pair<std::string, std::string>(std::move(std::get<1>(results)), std::move(std::get<2>(results)));
}

Coro<subprocess::Process> start(detail::SubprocessSetup setup, std::size_t limit) {
  const Ref<SubprocessStreamProtocol> protocol(new SubprocessStreamProtocol(detail::running_loop(), limit));
  auto opening = detail::open_subprocess(protocol, std::move(setup));
  auto transport = co_await std::move(opening);
  if (protocol->error()) {
    co_await transport->wait();
    std::rethrow_exception(protocol->error());
  }
  co_return subprocess::Process(std::move(transport), protocol);
}

}  // namespace

namespace subprocess {

Process::Process(Ref<SubprocessTransport> transport, Ref<SubprocessStreamProtocol> protocol)
    : transport_(std::move(transport)), protocol_(std::move(protocol)), pid_(transport_->get_pid()) {}
Process::Process(const Process&) noexcept = default;
Process::Process(Process&&) noexcept = default;
Process& Process::operator=(Process other) noexcept {
  std::swap(transport_, other.transport_);
  std::swap(protocol_, other.protocol_);
  std::swap(pid_, other.pid_);
  return *this;
}
Process::~Process() = default;

std::optional<int> Process::returncode() const { return transport_->get_returncode(); }
StreamWriter& Process::stdin_() const { return require_pipe(protocol_->input(), "stdin"); }
StreamReader& Process::stdout_() const { return require_pipe(protocol_->output(1), "stdout"); }
StreamReader& Process::stderr_() const { return require_pipe(protocol_->output(2), "stderr"); }
Coro<int> Process::wait() { return transport_->wait(); }
Coro<std::pair<std::string, std::string>> Process::communicate(std::string input) {
  return talk(transport_, protocol_, std::move(input));
}
void Process::send_signal(int signal) const { transport_->send_signal(signal); }
void Process::terminate() const { transport_->terminate(); }
void Process::kill() const { transport_->kill(); }

}  // namespace subprocess

Coro<subprocess::Process> create_subprocess_exec(std::string program, subprocess::Arguments args,
                                                 SubprocessOptions options) {
  auto all = std::move(args).take();
  all.insert(all.begin(), std::move(program));
  return start(detail::SubprocessSetup(std::move(all), false, options), options.limit);
}

Coro<subprocess::Process> create_subprocess_shell(std::string command, SubprocessOptions options) {
  std::vector<std::string> all;
  all.push_back(std::move(command));
  return start(detail::SubprocessSetup(std::move(all), true, options), options.limit);
}

}  // namespace asyncio
