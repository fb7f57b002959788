#include <fcntl.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "../support/echo.hpp"

using asyncio::Coro;
using asyncio::Socket;
using asyncio::Stream;

namespace {

constexpr std::size_t file_size = 1'500'000;

/// A file without a name.
class NamelessFile {
 public:
  explicit NamelessFile(const std::string& text = pattern(file_size)) : file_(std::tmpfile()) {
    REQUIRE(std::fwrite(text.data(), 1, text.size(), file_) == text.size());
    std::fflush(file_);
    ::lseek(fd(), 0, SEEK_SET);
  }
  ~NamelessFile() { std::fclose(file_); }
  int fd() const { return ::fileno(file_); }
  long position() const { return ::lseek(fd(), 0, SEEK_CUR); }

 private:
  std::FILE* file_;
};

asyncio::EventLoop& loop() { return asyncio::get_running_loop(); }

/// Both ends of a connection of sockets.
Coro<std::pair<Stream, Stream>> connection() {
  auto [one, other] = Socket::make_pair();
  Stream near = co_await asyncio::open_connection(std::move(one));
  Stream far = co_await asyncio::open_connection(std::move(other));
  co_return std::pair<Stream, Stream>(std::move(near), std::move(far));
}

std::string text_of(const std::exception_ptr& error) { return asyncio::detail::what(error); }

}  // namespace

TEST_CASE("A file is sent by a connection, after what was written before") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await connection();
    near.second.write("first");
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd()));
    const std::string first = co_await far.first.readexactly(5);
    CHECK(first == "first");
    const std::string received = co_await far.first.readexactly(file_size);
    CHECK(received == pattern(file_size));
    const std::size_t sent = co_await sending;
    CHECK(sent == file_size);
    CHECK(file.position() == long{file_size});
    near.second.write("last");
    const std::string last = co_await far.first.readexactly(4);
    CHECK(last == "last");
  }());
}

TEST_CASE("A part of a file is sent") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file("0123456789");
    auto [near, far] = co_await connection();
    const std::size_t middle = co_await loop().sendfile(near.second.transport(), file.fd(), 2, 3);
    CHECK(middle == 3);
    CHECK(file.position() == 5);
    const std::size_t rest = co_await loop().sendfile(near.second.transport(), file.fd(), 8, 100);
    CHECK(rest == 2);
    const std::size_t nothing = co_await loop().sendfile(near.second.transport(), file.fd(), 10);
    CHECK(nothing == 0);
    const std::string received = co_await far.first.readexactly(5);
    CHECK(received == "23489");
  }());
}

TEST_CASE("Nothing can be written while a file is sent, and a close waits for it") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await connection();
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd()));
    co_await asyncio::yield_now();
    CHECK_THROWS_WITH(near.second.write("x"), "unable to write; sendfile is in progress");
    const auto second = co_await asyncio::capture(loop().sendfile(near.second.transport(), file.fd()));
    CHECK(text_of(second.exception()) == "sendfile is in progress already");
    near.second.close();
    const std::string received = co_await far.first.read();
    CHECK(received.size() == file_size);
    const std::size_t sent = co_await sending;
    CHECK(sent == file_size);
    const auto late = co_await asyncio::capture(loop().sendfile(near.second.transport(), file.fd()));
    CHECK(text_of(late.exception()) == "Transport is closing");
  }());
}

TEST_CASE("A file whose sending is cancelled leaves the connection as it is") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await connection();
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd()));
    for (int i = 0; i < 4; ++i) co_await asyncio::yield_now();
    sending.cancel();
    co_await asyncio::wait(sending);
    CHECK(sending.cancelled());
    const auto sent = static_cast<std::size_t>(file.position());
    CHECK(sent > 0);
    near.second.write("end");
    near.second.write_eof();
    const std::string received = co_await far.first.read();
    CHECK(received == pattern(file_size).substr(0, sent) + "end");
  }());
}

TEST_CASE("A connection that is lost while a file is sent is an error") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await connection();
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd()));
    co_await asyncio::yield_now();
    near.second.transport().abort();
    auto ended = co_await asyncio::capture(sending);
    CHECK_THROWS_AS(ended.value(), asyncio::ConnectionError);
    CHECK(text_of(ended.exception()) == "Connection closed by peer");
  }());
}

TEST_CASE("Where the system cannot send a file, it is read and written, unless that is not wanted") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await asyncio::open_memory_connection();
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd(), 0, 500'000));
    const std::string received = co_await far.first.readexactly(500'000);
    CHECK(received == pattern(500'000));
    const std::size_t sent = co_await sending;
    CHECK(sent == 500'000);
    far.second.write("answer");
    const std::string answer = co_await near.first.readexactly(6);
    CHECK(answer == "answer");
    const auto refused = co_await asyncio::capture(loop().sendfile(near.second.transport(), file.fd(), 0, {}, false));
    CHECK(text_of(refused.exception()) ==
          "fallback is disabled and native sendfile is not supported for this transport");
  }());
}

TEST_CASE("A connection that is lost while a file is read and written is an error") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = co_await asyncio::open_memory_connection();
    auto sending = asyncio::create_task(loop().sendfile(near.second.transport(), file.fd()));
    while (near.second.transport().get_write_buffer_size() == 0) co_await asyncio::yield_now();
    near.second.transport().abort();
    auto ended = co_await asyncio::capture(sending);
    CHECK_THROWS_AS(ended.value(), asyncio::ConnectionError);
  }());
}

TEST_CASE("What is no file is read and written, and what is no connection is refused") {
  asyncio::run([]() -> Coro<void> {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto [near, far] = co_await connection();
    const auto unavailable = co_await asyncio::capture(loop().sendfile(near.second.transport(), ends[0], 0, {}, false));
    CHECK(text_of(unavailable.exception()) == "os.sendfile call failed");
    const NamelessFile file;
    const auto none = co_await asyncio::capture(loop().sendfile(near.second.transport(), file.fd(), 0, 0));
    CHECK(text_of(none.exception()) == "count must be a positive integer (got 0)");
    auto writer = co_await asyncio::open_write_pipe(ends[1]);
    const auto pipe = co_await asyncio::capture(loop().sendfile(writer.transport(), file.fd()));
    CHECK(text_of(pipe.exception()) == "sendfile is not supported for this transport: it is no connection");
    ::close(ends[0]);
  }());
}

TEST_CASE("A file is sent by a socket of the program's") {
  asyncio::run([]() -> Coro<void> {
    const NamelessFile file;
    auto [near, far] = Socket::make_pair();
    auto sending = asyncio::create_task(loop().sock_sendfile(near, file.fd(), 10));
    std::string received;
    while (received.size() < file_size - 10) received += co_await loop().sock_recv(far, 65536);
    CHECK(received == pattern(file_size).substr(10));
    const std::size_t sent = co_await sending;
    CHECK(sent == file_size - 10);
    CHECK(file.position() == long{file_size});
    Socket datagrams(asyncio::AddressFamily::ipv4, asyncio::SocketType::datagram);
    const auto refused = co_await asyncio::capture(loop().sock_sendfile(datagrams, file.fd()));
    CHECK(text_of(refused.exception()) == "only SOCK_STREAM type sockets are supported");
  }());
}
