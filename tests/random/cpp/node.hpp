#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A part of a program: what JSON has of nested arrays, texts, whole numbers and null.
class Node {
 public:
  enum class Kind { null, number, text, list };

  /// \throws std::invalid_argument for what is no such thing.
  static Node parse(std::string_view json);

  Kind kind() const noexcept { return kind_; }
  bool is_null() const noexcept { return kind_ == Kind::null; }
  bool is_number() const noexcept { return kind_ == Kind::number; }
  bool is_text() const noexcept { return kind_ == Kind::text; }
  bool is_list() const noexcept { return kind_ == Kind::list; }

  int number() const noexcept { return number_; }
  const std::string& text() const noexcept { return text_; }
  const Node& operator[](std::size_t index) const { return items_.at(index); }
  std::size_t size() const noexcept { return items_.size(); }
  auto begin() const noexcept { return items_.begin(); }
  auto end() const noexcept { return items_.end(); }

 private:
  friend class NodeParser;
  Kind kind_ = Kind::null;
  int number_ = 0;
  std::string text_;
  std::vector<Node> items_;
};
