#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../support/log_capture.hpp"
#include "../support/log_reader.hpp"

using namespace asyncio;

namespace {

/// A file for the logs of the loops that are made while it lives.
class Traced {
 public:
  explicit Traced(const std::string& name) : path_(std::filesystem::temp_directory_path() / name) {
    ::setenv("ASYNCIO_TRACE", path_.c_str(), 1);
  }
  Traced(const Traced&) = delete;
  Traced& operator=(const Traced&) = delete;
  ~Traced() {
    ::unsetenv("ASYNCIO_TRACE");
    for (const std::filesystem::path& path : files()) std::filesystem::remove(path);
  }

  /// How many loops a process had before says the file's name.
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_.parent_path()))
      if (entry.path().filename().string().starts_with(path_.filename().string())) found.push_back(entry.path());
    return found;
  }

 private:
  std::filesystem::path path_;
};

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Coro<void> yields(int times) {
  for (int i = 0; i < times; ++i) co_await yield_now();
}

}  // namespace

TEST_CASE("ASYNCIO_TRACE writes a loop's events to a file, which ends where they do") {
  const Traced traced("asyncio-event-log-test-" + std::to_string(::getpid()));
  asyncio::run(yields(3));
  const auto files = traced.files();
  REQUIRE(files.size() == 1);
  const std::string bytes = contents(files.front());
  const LogReader log(bytes);
  CHECK_FALSE(log.ended_by_zeros());
  CHECK(log.lines().front().find(" runs yields, made by - in ") != std::string::npos);
  CHECK(std::count_if(log.lines().begin(), log.lines().end(),
                      [](const std::string& line) { return line.ends_with(" waits for sleep(0) in yields"); }) == 3);
}

TEST_CASE("Whoever reads a log while the program runs sees all that has happened") {
  const Traced traced("asyncio-event-log-test-" + std::to_string(::getpid()));
  asyncio::run([](const Traced& files) -> Coro<void> {
    co_await yield_now();
    const std::string bytes = contents(files.files().front());
    const LogReader log(bytes);
    CHECK(log.ended_by_zeros());
    CHECK(log.lines().back().ends_with(" {"));
  }(traced));
}

TEST_CASE("Each loop of a process has a log of its own, however many events it has") {
  const Traced traced("asyncio-event-log-test-" + std::to_string(::getpid()));
  asyncio::run(yields(60'000));
  asyncio::run(yields(1));
  const auto files = traced.files();
  REQUIRE(files.size() == 2);
  std::size_t waits = 0;
  for (const auto& file : files) {
    const std::string bytes = contents(file);
    const LogReader log(bytes);
    for (const std::string& line : log.lines()) waits += line.ends_with(" waits for sleep(0) in yields");
  }
  CHECK(waits == 60'001);
}

TEST_CASE("A log that cannot be written is told of, and the program runs") {
  const LogCapture log;
  ::setenv("ASYNCIO_TRACE", "/proc/no such folder/log", 1);
  asyncio::run(yields(1));
  ::unsetenv("ASYNCIO_TRACE");
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines().front().starts_with("ASYNCIO_TRACE: cannot make '/proc/no such folder/log"));
}
