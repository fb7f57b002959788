// A key-value server with a line protocol: a state machine parses what comes in pieces, clients pipeline their commands.
#include <asyncio/asyncio.hpp>
#include <cctype>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace protocol {

struct Get { std::string key; };
struct Set { std::string key, value; };
struct Delete { std::vector<std::string> keys; };
struct Increment { std::string key; long by = 1; };
struct Quit {};
using Command = std::variant<Get, Set, Delete, Increment, Quit>;

class SyntaxError : public std::runtime_error {
 public:
  SyntaxError(const std::string& what, std::size_t column)
      : std::runtime_error(what + " in column " + std::to_string(column)) {}
};

/// Words, and texts in quotation marks with \n, \" and \\ in them.
class Lexer {
 public:
  std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    State state = State::between;
    std::size_t column = 0;
    for (char c : line) {
      ++column;
      switch (state) {
        case State::between:
          if (c == '"') {
            state = State::quoted;
          } else if (!std::isspace(static_cast<unsigned char>(c))) {
            word = c;
            state = State::word;
          }
          break;
        case State::word:
          if (std::isspace(static_cast<unsigned char>(c))) {
            words.push_back(std::move(word));
            word.clear();
            state = State::between;
          } else if (c == '"') {
            throw SyntaxError("unexpected \"", column);
          } else {
            word += c;
          }
          break;
        case State::quoted:
          if (c == '\\') {
            state = State::escaped;
          } else if (c == '"') {
            words.push_back(std::exchange(word, {}));
            state = State::between;
          } else {
            word += c;
          }
          break;
        case State::escaped:
          if (c == 'n') {
            word += '\n';
          } else if (c == '"' || c == '\\') {
            word += c;
          } else {
            throw SyntaxError(std::string("unknown escape \\") + c, column);
          }
          state = State::quoted;
          break;
      }
    }
    if (state == State::word) words.push_back(word);
    if (state == State::quoted || state == State::escaped) throw SyntaxError("unfinished text", column);
    return words;
  }

 private:
  enum class State { between, word, quoted, escaped };
};

Command parse(std::string_view line) {
  std::vector<std::string> words = Lexer().split(line);
  if (words.empty()) throw SyntaxError("no command", 0);
  const std::string& name = words[0];
  const std::size_t arguments = words.size() - 1;
  if (name == "GET" && arguments == 1) return Get{words[1]};
  if (name == "SET" && arguments == 2) return Set{words[1], words[2]};
  if (name == "DEL" && arguments >= 1) return Delete{{words.begin() + 1, words.end()}};
  if (name == "INCR" && arguments == 1) return Increment{words[1]};
  if (name == "INCR" && arguments == 2) return Increment{words[1], std::stol(words[2])};
  if (name == "QUIT" && arguments == 0) return Quit{};
  throw SyntaxError("no such command " + name + "/" + std::to_string(arguments), 1);
}

}  // namespace protocol

class Store {
 public:
  std::string operator()(const protocol::Get& get) {
    auto found = values_.find(get.key);
    return found == values_.end() ? "(nothing)" : found->second;
  }
  std::string operator()(const protocol::Set& set) {
    values_[set.key] = set.value;
    return "OK";
  }
  std::string operator()(const protocol::Delete& del) {
    std::size_t gone = 0;
    for (const auto& key : del.keys) gone += values_.erase(key);
    return std::to_string(gone);
  }
  std::string operator()(const protocol::Increment& increment) {
    std::string& value = values_[increment.key];
    const long sum = (value.empty() ? 0 : std::stol(value)) + increment.by;
    return value = std::to_string(sum);
  }
  std::string operator()(const protocol::Quit&) { return "BYE"; }

 private:
  std::map<std::string, std::string> values_;
};

asyncio::Coro<void> serve(Store& store, asyncio::StreamReader reader, asyncio::StreamWriter writer) {
  while (auto line = co_await reader.next()) {
    std::string answer;
    bool quit = false;
    try {
      const protocol::Command command = protocol::parse(*line);
      answer = std::visit(store, command);
      quit = std::holds_alternative<protocol::Quit>(command);
    } catch (const std::logic_error&) {
      answer = "ERROR not a number";
    } catch (const protocol::SyntaxError& error) {
      answer = std::string("ERROR ") + error.what();
    }
    writer.writelines({answer, "\r\n"});
    co_await writer.drain();
    if (quit) break;
  }
  writer.close();
}

asyncio::Coro<void> client(int number, std::vector<std::string> pieces, std::ostream& out) {
  auto [reader, writer] = co_await asyncio::open_connection("localhost", 6379);
  // What is sent does not keep to the ends of lines.
  for (const std::string& piece : pieces) {
    writer.write(piece);
    co_await asyncio::sleep(std::chrono::milliseconds(5));
  }
  writer.write_eof();
  for (;;) {
    std::string answer;
    try {
      answer = co_await reader.readuntil("\r\n");
    } catch (const asyncio::IncompleteReadError&) {
      break;
    }
    answer.resize(answer.size() - 2);
    out << number << "> " << answer << '\n';
  }
  writer.close();
}

asyncio::Coro<void> async_main() {
  Store store;
  auto server = co_await asyncio::start_server(
      [&store](asyncio::StreamReader reader, asyncio::StreamWriter writer) {
        return serve(store, std::move(reader), std::move(writer));
      },
      "localhost", 6379);
  co_await asyncio::with(server, [&]() -> asyncio::Coro<void> {
    std::ostringstream first, second;
    std::vector<std::string> one{"SET a", "pple 3\nGET ap", "ple\nINCR apple\nINCR apple -10\n", "QUIT\nGET apple\n"};
    std::vector<std::string> two{"SET song \"la \\\"la\\\" la\"\n", "GET song\nINCR song\nGET", "\nSET x \"a\\t\"\n",
                                 "DEL song pear apple\nGET song\n", "SET y \"open\n"};
    co_await asyncio::gather(client(1, std::move(one), first), client(2, std::move(two), second));
    std::cout << first.str() << second.str();
  });
}

int main() { asyncio::run(async_main()); }
