// A chat server and three clients in one process, talking over streams.
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

using namespace std;
using namespace std::chrono;
using namespace asyncio;

class ChatServer {
 public:
  Coro<void> handle(StreamReader reader, StreamWriter writer) {
    string name = strip(co_await reader.readline());
    if (members.count(name) > 0) {
      writer.write("! the name " + name + " is taken\n");
      co_await writer.drain();
      writer.close();
      co_return;
    }
    members.emplace(name, writer);
    say("* " + name + " comes in\n", name);
    while (true) {
      string line = co_await reader.readline();
      if (line.empty() || line == "/quit\n") break;
      if (line == "/who\n") {
        string answer = "= ";
        for (auto& member : members) answer += member.first + " ";
        writer.write(answer + "\n");
      } else {
        say(name + ": " + line, name);
      }
      co_await writer.drain();
    }
    members.erase(name);
    say("* " + name + " leaves\n", name);
    writer.close();
    co_await writer.wait_closed();
  }

  static string strip(string line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return line;
  }

  size_t size() const { return members.size(); }

 private:
  void say(const string& line, const string& not_to) {
    for (auto& [name, writer] : members)
      if (name != not_to) writer.write(line);
  }

  map<string, StreamWriter> members;
};

struct Line {
  milliseconds at;
  string text;
};

Coro<void> listen(string name, StreamReader reader) {
  while (true) {
    string line = co_await reader.readline();
    if (line.empty()) break;
    printf("[%-5s] %s\n", name.c_str(), ChatServer::strip(line).c_str());
  }
  printf("[%-5s] -- end --\n", name.c_str());
}

Coro<void> client(string name, int port, vector<Line> script) {
  auto [reader, writer] = co_await open_connection("127.0.0.1", port);
  writer.write(name + "\n");
  Task<void> listener = create_task(listen(name, reader));
  milliseconds now(0);
  for (auto& line : script) {
    co_await asyncio::sleep(line.at - now);
    now = line.at;
    writer.write(line.text + "\n");
    co_await writer.drain();
  }
  co_await listener;
  writer.close();
}

Coro<void> async_main() {
  ChatServer chat;
  auto handler = [&chat](StreamReader reader, StreamWriter writer) { return chat.handle(reader, writer); };
  Server server = co_await start_server(handler, "127.0.0.1", 7000);
  vector<Line> ann{{10ms, "hello, is anybody here?"}, {40ms, "/who"}, {90ms, "/quit"}};
  vector<Line> bob{{20ms, "hello ann"}, {60ms, "I have to go"}, {70ms, "/quit"}};
  vector<Line> impostor;
  co_await gather(client("ann", 7000, ann), client("bob", 7000, bob), client("ann", 7000, impostor));
  server.close();
  co_await server.wait_closed();
  printf("%zu members left\n", chat.size());
}

int main() {
  asyncio::run(async_main());
  return 0;
}
