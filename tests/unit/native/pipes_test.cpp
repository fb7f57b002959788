#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"

using asyncio::Coro;

namespace {

struct Pipe {
  Pipe() { REQUIRE(::pipe(ends) == 0); }
  int reading() const { return ends[0]; }
  int writing() const { return ends[1]; }
  int ends[2];
};

using Log = std::vector<std::string>;

class Reading final : public asyncio::ReadPipeProtocol {
 public:
  explicit Reading(Log& log) : log_(log) {}
  void connection_made(asyncio::ReadTransport&) override { log_.push_back("made"); }
  void data_received(std::string_view data) override { log_.push_back(std::string(data)); }
  void eof_received() override { log_.push_back("end"); }
  void connection_lost(std::exception_ptr error) override {
    log_.push_back(error ? asyncio::detail::describe(error) : "lost");
    lost.set_result();
  }
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();

 private:
  Log& log_;
};

class Writing final : public asyncio::WritePipeProtocol {
 public:
  explicit Writing(Log& log) : log_(log) {}
  void connection_made(asyncio::WriteTransport&) override { log_.push_back("made"); }
  void pause_writing() override { log_.push_back("pause"); }
  void resume_writing() override { log_.push_back("resume"); }
  void connection_lost(std::exception_ptr error) override {
    log_.push_back(error ? asyncio::detail::type_name(error) : "lost");
    lost.set_result();
  }
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();

 private:
  Log& log_;
};

/// Takes from a blocking descriptor whatever it has.
std::size_t take(int fd) {
  std::string data(1 << 20, '\0');
  return static_cast<std::size_t>(::read(fd, data.data(), data.size()));
}

}  // namespace

TEST_CASE("A read pipe tells of data, of the end, and that it is gone") {
  const std::size_t before = open_descriptors();
  Log log;
  asyncio::run([&]() -> Coro<void> {
    const Pipe pipe;
    const auto factory = [&] { return asyncio::make_ref<Reading>(log); };
    auto [transport, protocol] = co_await asyncio::get_running_loop().connect_read_pipe(factory, pipe.reading());
    CHECK(transport->get_extra_info("pipe").descriptor() == pipe.reading());
    REQUIRE(::write(pipe.writing(), "data", 4) == 4);
    ::close(pipe.writing());
    co_await protocol->lost;
    CHECK(transport->is_closing());
  }());
  CHECK(log == Log{"made", "data", "end", "lost"});
  CHECK(open_descriptors() == before);
}

TEST_CASE("A terminal whose other side has gone ends with an error that nobody is told of but the protocol") {
  Log log;
  Log reports;
  asyncio::run([&]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler(
        [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { reports.push_back(context.message); });
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE((master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0));
    const int other_side = ::open(::ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(other_side >= 0);
    const auto factory = [&] { return asyncio::make_ref<Reading>(log); };
    auto [transport, protocol] = co_await loop.connect_read_pipe(factory, master);
    REQUIRE(::write(other_side, "bye", 3) == 3);
    while (log.size() < 2) co_await asyncio::yield_now();
    ::close(other_side);
    co_await protocol->lost;
  }());
  CHECK(log == Log{"made", "bye", "asyncio::OSError: [Errno 5] Input/output error"});
  CHECK(reports.empty());
}

TEST_CASE("A read pipe that closes does not read again, whatever it is told") {
  Log log;
  asyncio::run([&]() -> Coro<void> {
    const Pipe pipe;
    const auto factory = [&] { return asyncio::make_ref<Reading>(log); };
    auto [transport, protocol] = co_await asyncio::get_running_loop().connect_read_pipe(factory, pipe.reading());
    transport->resume_reading();
    transport->pause_reading();
    transport->pause_reading();
    transport->close();
    transport->close();
    transport->resume_reading();
    CHECK_FALSE(transport->is_reading());
    co_await protocol->lost;
    ::close(pipe.writing());
  }());
  CHECK(log == Log{"made", "lost"});
}

TEST_CASE("A read pipe that is paused reads nothing until it is resumed") {
  Log log;
  asyncio::run([&]() -> Coro<void> {
    const Pipe pipe;
    const auto factory = [&] { return asyncio::make_ref<Reading>(log); };
    auto [transport, protocol] = co_await asyncio::get_running_loop().connect_read_pipe(factory, pipe.reading());
    transport->pause_reading();
    CHECK_FALSE(transport->is_reading());
    REQUIRE(::write(pipe.writing(), "data", 4) == 4);
    for (int i = 0; i < 5; ++i) co_await asyncio::yield_now();
    CHECK(log == Log{"made"});
    transport->resume_reading();
    while (log.size() == 1) co_await asyncio::yield_now();
    CHECK(log.back() == "data");
    transport->close();
    co_await protocol->lost;
    ::close(pipe.writing());
  }());
  CHECK(log == Log{"made", "data", "lost"});
}

TEST_CASE("A write pipe keeps what does not fit, pauses its protocol, and sends all before it closes") {
  const std::size_t before = open_descriptors();
  Log log;
  asyncio::run([&]() -> Coro<void> {
    const Pipe pipe;
    const auto factory = [&] { return asyncio::make_ref<Writing>(log); };
    auto [transport, protocol] = co_await asyncio::get_running_loop().connect_write_pipe(factory, pipe.writing());
    const std::string block(300'000, 'x');
    transport->write(block);
    CHECK(log == Log{"made", "pause"});
    const std::size_t kept = transport->get_write_buffer_size();
    CHECK(kept > 0);
    std::size_t received = 0;
    while (transport->get_write_buffer_size() > 0) {
      received += take(pipe.reading());
      for (int i = 0; i < 3; ++i) co_await asyncio::yield_now();
    }
    CHECK(log.back() == "resume");
    transport->close();
    co_await protocol->lost;
    while (received < block.size()) received += take(pipe.reading());
    CHECK(received == block.size());
    CHECK(take(pipe.reading()) == 0);
    ::close(pipe.reading());
  }());
  CHECK(log == Log{"made", "pause", "resume", "lost"});
  CHECK(open_descriptors() == before);
}

TEST_CASE("A write pipe notices that its reader has gone, and whether something was lost by that") {
  for (const bool something_left : {false, true}) {
    Log log;
    asyncio::run([&]() -> Coro<void> {
      const Pipe pipe;
      const auto factory = [&] { return asyncio::make_ref<Writing>(log); };
      auto [transport, protocol] = co_await asyncio::get_running_loop().connect_write_pipe(factory, pipe.writing());
      if (something_left) transport->write(std::string(300'000, 'x'));
      ::close(pipe.reading());
      co_await protocol->lost;
      transport->write("ignored");
    }());
    CHECK(log.back() == (something_left ? "asyncio::BrokenPipeError" : "lost"));
  }
}

TEST_CASE("A file is no pipe, and stays its owner's") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Log log;
    const int file = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    std::string reading;
    std::string writing;
    const auto reader = [&] { return asyncio::make_ref<Reading>(log); };
    const auto writer = [&] { return asyncio::make_ref<Writing>(log); };
    try {
      co_await loop.connect_read_pipe(reader, file);
    } catch (const std::invalid_argument& error) {
      reading = error.what();
    }
    try {
      co_await loop.connect_write_pipe(writer, file);
    } catch (const std::invalid_argument& error) {
      writing = error.what();
    }
    CHECK(reading == "Pipe transport is for pipes/sockets only.");
    CHECK(writing == "Pipe transport is only for pipes, sockets and character devices");
    CHECK(::close(file) == 0);
  }());
}

TEST_CASE("Pipes that a loop leaves behind are closed with it") {
  const std::size_t before = open_descriptors();
  Log log;
  asyncio::run([&]() -> Coro<void> {
    const Pipe pipe;
    auto& loop = asyncio::get_running_loop();
    const auto reader = [&] { return asyncio::make_ref<Reading>(log); };
    const auto writer = [&] { return asyncio::make_ref<Writing>(log); };
    auto reading = co_await loop.connect_read_pipe(reader, pipe.reading());
    auto writing = co_await loop.connect_write_pipe(writer, pipe.writing());
    writing.first->write("never read");
  }());
  CHECK(open_descriptors() == before);
}
