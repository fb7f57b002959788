#include "node.hpp"

#include <charconv>
#include <stdexcept>

class NodeParser {
 public:
  explicit NodeParser(std::string_view text) noexcept : rest_(text) {}

  Node parse() {
    Node node;
    if (take('[')) {
      node.kind_ = Node::Kind::list;
      parse_items(node);
    } else if (take('"')) {
      node.kind_ = Node::Kind::text;
      node.text_ = parse_text();
    } else if (rest_.starts_with("null")) {
      rest_.remove_prefix(4);
    } else {
      node.kind_ = Node::Kind::number;
      node.number_ = parse_number();
    }
    return node;
  }

  bool at_end() const noexcept { return rest_.empty(); }

 private:
  bool take(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void parse_items(Node& list) {
    if (take(']')) return;
    do {
      list.items_.push_back(parse());
    } while (take(','));
    if (!take(']')) throw std::invalid_argument("a list has no end");
  }

  /// Programs need no escapes.
  std::string parse_text() {
    const std::size_t end = rest_.find('"');
    if (end == rest_.npos) throw std::invalid_argument("a text has no end");
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
  }

  int parse_number() {
    int number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) throw std::invalid_argument("neither list nor text nor number: " + std::string(rest_));
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  std::string_view rest_;
};

Node Node::parse(std::string_view json) {
  NodeParser parser(json);
  Node node = parser.parse();
  if (!parser.at_end()) throw std::invalid_argument("something follows the program");
  return node;
}
