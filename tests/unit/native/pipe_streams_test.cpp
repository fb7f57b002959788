#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"
#include "../support/echo.hpp"

using asyncio::Coro;
using asyncio::PipeReader;
using asyncio::StreamWriter;

namespace {

struct PipeEnds {
  PipeEnds() {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    reading = ends[0];
    writing = ends[1];
  }
  int reading;
  int writing;
};

/// A file of this test's, with a text in it.
class NamedFile {
 public:
  explicit NamedFile(const std::string& text) : path_("/tmp/asyncio-file-" + std::to_string(::getpid())) {
    std::ofstream(path_) << text;
  }
  ~NamedFile() { std::filesystem::remove(path_); }
  int open(int flags) const { return ::open(path_.c_str(), flags | O_CLOEXEC); }
  std::string text() const {
    std::ifstream in(path_);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string path_;
};

/// Puts another file in the place of a standard stream while it lives.
class Standard {
 public:
  Standard(int fd, int file) : fd_(fd), before_(::dup(fd)) {
    ::dup2(file, fd);
    ::close(file);
  }
  ~Standard() {
    ::dup2(before_, fd_);
    ::close(before_);
  }

 private:
  int fd_;
  int before_;
};

Coro<std::vector<std::string>> lines_of(PipeReader reader) {
  std::vector<std::string> lines;
  while (auto line = co_await reader.next()) lines.push_back(*line);
  co_return lines;
}

}  // namespace

TEST_CASE("A pipe is read by lines and written with flow control") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const PipeEnds pipe;
    auto reader = co_await asyncio::open_read_pipe(pipe.reading);
    auto writer = co_await asyncio::open_write_pipe(pipe.writing);
    auto reading = asyncio::create_task(reader.readexactly(1'000'000));
    writer.write(pattern(1'000'000));
    CHECK(writer.transport().get_write_buffer_size() > 0);
    co_await writer.drain();
    const std::string block = co_await reading;
    CHECK(block == pattern(1'000'000));
    writer.write("one\ntwo");
    writer.close();
    co_await writer.wait_closed();
    const auto lines = co_await lines_of(reader);
    CHECK(lines == std::vector<std::string>{"one\n", "two"});
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A pipe is closed when the last handle of its reader goes") {
  asyncio::run([]() -> Coro<void> {
    const PipeEnds pipe;
    auto writer = co_await asyncio::open_write_pipe(pipe.writing);
    {
      auto reader = co_await asyncio::open_read_pipe(pipe.reading);
      const PipeReader copy = reader;
      CHECK_FALSE(copy.transport().is_closing());
    }
    co_await writer.wait_closed();
    CHECK(writer.is_closing());
  }());
}

TEST_CASE("A reader that closes its pipe sees the end") {
  asyncio::run([]() -> Coro<void> {
    const PipeEnds pipe;
    auto reader = co_await asyncio::open_read_pipe(pipe.reading);
    reader.close();
    const std::string rest = co_await reader.read();
    CHECK(rest.empty());
    ::close(pipe.writing);
  }());
}

TEST_CASE("What is written to a pipe without a reader is an error of drain()") {
  asyncio::run([]() -> Coro<void> {
    const PipeEnds pipe;
    auto writer = co_await asyncio::open_write_pipe(pipe.writing);
    ::close(pipe.reading);
    writer.write("lost");
    (void)co_await asyncio::capture(writer.wait_closed());
    const auto drained = co_await asyncio::capture(writer.drain());
    CHECK(asyncio::detail::what(drained.exception()) == "Connection lost");
  }());
}

TEST_CASE("Standard input is read by lines, be it a pipe, a file or nothing, and stays open") {
  asyncio::run([]() -> Coro<void> {
    const PipeEnds pipe;
    REQUIRE(::write(pipe.writing, "a\nb\n", 4) == 4);
    ::close(pipe.writing);
    const NamedFile file("c\nd");
    const std::vector<std::string> from_pipe{"a\n", "b\n"};
    const std::vector<std::string> from_file{"c\n", "d"};
    const std::pair<int, std::vector<std::string>> sources[] = {
        {pipe.reading, from_pipe}, {file.open(O_RDONLY), from_file}, {::open("/dev/null", O_RDONLY), {}}};
    for (const auto& [source, expected] : sources) {
      const Standard input(0, source);
      auto reader = co_await asyncio::open_read_pipe(0);
      const auto lines = co_await lines_of(reader);
      CHECK(lines == expected);
      CHECK((::fcntl(0, F_GETFL) & O_NONBLOCK) == 0);
    }
  }());
}

TEST_CASE("Other tasks have their turns while a file is read") {
  asyncio::run([]() -> Coro<void> {
    const NamedFile file(std::string(2'000'000, 'x'));
    auto reader = co_await asyncio::open_read_pipe(file.open(O_RDONLY));
    int turns = 0;
    auto other = asyncio::create_task([](int& count) -> Coro<void> {
      for (;; ++count) co_await asyncio::yield_now();
    }(turns));
    std::size_t length = 0;
    while (length < 2'000'000) {
      const std::string piece = co_await reader.read(65536);
      length += piece.size();
    }
    other.cancel();
    CHECK(turns > 3);
  }());
}

TEST_CASE("A file is written as a stream") {
  asyncio::run([]() -> Coro<void> {
    const NamedFile file("");
    auto writer = co_await asyncio::open_write_pipe(file.open(O_WRONLY));
    writer.write("one ");
    co_await writer.drain();
    writer.write("two");
    writer.close();
    co_await writer.wait_closed();
    CHECK(file.text() == "one two");
  }());
}

TEST_CASE("A directory is no stream, and stays the caller's") {
  asyncio::run([]() -> Coro<void> {
    const int directory = ::open("/tmp", O_RDONLY | O_CLOEXEC);
    std::string text;
    try {
      co_await asyncio::open_read_pipe(directory);
    } catch (const std::invalid_argument& error) {
      text = error.what();
    }
    CHECK(text == "descriptor " + std::to_string(directory) + " is no pipe, socket, terminal or file");
    CHECK(::close(directory) == 0);
  }());
}
