// Talks to the server of test_streams.py over the library's streams: stream_client PORT CONVERSATION. Ends with 0 if
// all went as it should.
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(std::string("not so: ") + what);
}
#define REQUIRE(condition) require(condition, #condition)

std::string pattern(std::size_t size) {
  std::string block(size, ' ');
  for (std::size_t i = 0; i < size; ++i) block[i] = static_cast<char>('a' + i % 23);
  return block;
}

Coro<void> send_and_end(StreamWriter& writer, std::string_view data) {
  constexpr std::size_t piece = 50'000;
  const std::size_t most = writer.transport().get_write_buffer_limits().high + piece;
  for (; !data.empty(); data.remove_prefix(std::min(piece, data.size()))) {
    writer.write(data.substr(0, piece));
    // However slowly the peer reads, no more than that is kept.
    REQUIRE(writer.transport().get_write_buffer_size() <= most);
    co_await writer.drain();
  }
  writer.write_eof();
}

Coro<void> echo(StreamReader& reader, StreamWriter& writer) {
  const std::string block = pattern(10'000'000);
  auto sending = asyncio::create_task(send_and_end(writer, block));
  const std::string back = co_await reader.read();
  co_await sending;
  REQUIRE(back == block);
}

/// The server reads a little at a time, and tells how much it was.
Coro<void> slow_reader(StreamReader& reader, StreamWriter& writer) {
  const std::string block = pattern(10'000'000);
  co_await send_and_end(writer, block);
  const std::string count = co_await reader.readline();
  REQUIRE(count == "10000000\n");
}

/// The server sends lines, in pieces that know nothing of lines.
Coro<void> lines(StreamReader& reader, StreamWriter& writer) {
  for (std::size_t n = 0; n < 300; ++n) {
    const std::string line = co_await reader.readuntil("\r\n");
    REQUIRE(line == std::string(n, 'x') + "\r\n");
  }
  const std::vector<std::string> separators{"\n", ";"};
  const std::string either = co_await reader.readuntil(separators);
  REQUIRE(either == "either;");
  bool incomplete = false;
  try {
    co_await reader.readuntil(";");
  } catch (const asyncio::IncompleteReadError& error) {
    incomplete = error.partial == "rest";
  }
  REQUIRE(incomplete);
  REQUIRE(reader.at_eof());
  writer.close();
}

/// The server ends its direction first.
Coro<void> half_close(StreamReader& reader, StreamWriter& writer) {
  const std::string nothing = co_await reader.read();
  REQUIRE(nothing.empty());
  const std::string block = pattern(1'000'000);
  co_await send_and_end(writer, block);
}

/// The server breaks the connection off while it is sent to.
Coro<void> reset(StreamReader& reader, StreamWriter& writer) {
  const std::string block = pattern(100'000'000);
  auto sending = asyncio::create_task(send_and_end(writer, block));
  auto read = co_await asyncio::capture(reader.read());
  REQUIRE(asyncio::detail::type_name(read.exception()) == "asyncio::ConnectionResetError");
  auto sent = co_await asyncio::capture(sending);
  REQUIRE(asyncio::detail::type_name(sent.exception()) == "asyncio::ConnectionResetError");
  auto closed = co_await asyncio::capture(writer.wait_closed());
  REQUIRE(asyncio::detail::type_name(closed.exception()) == "asyncio::ConnectionResetError");
}

using Conversation = Coro<void> (*)(StreamReader&, StreamWriter&);
const std::map<std::string, Conversation> conversations = {
    {"echo", echo}, {"slow_reader", slow_reader}, {"lines", lines}, {"half_close", half_close}, {"reset", reset}};

std::ptrdiff_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return std::distance(begin(all), end(all));
}

Coro<void> talk(int port, std::string name) {
  auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port);
  writer.write(name + '\n');
  co_await conversations.at(name)(reader, writer);
  writer.close();
  auto closed = co_await asyncio::capture(writer.wait_closed());
}

}  // namespace

int main(int, char** argv) {
  try {
    const auto before = open_descriptors();
    asyncio::run(talk(std::stoi(argv[1]), argv[2]));
    REQUIRE(open_descriptors() == before);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
