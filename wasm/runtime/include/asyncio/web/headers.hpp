#pragma once

/// \file
/// The header fields of a request or a response. Source: https://fetch.spec.whatwg.org/#headers-class

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asyncio::web {

/// Names and values in their order. Names are compared without regard to case; a response's are in lower case.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  Headers() = default;
  // Not inline, as append(): what they instantiate costs the page's compiler more than the rest of a small program.
  Headers(std::initializer_list<Field> fields);

  void append(std::string name, std::string value);
  /// The first value of that name; none if there is no such field.
  std::optional<std::string> get(std::string_view name) const;

  auto begin() const noexcept { return fields_.begin(); }
  auto end() const noexcept { return fields_.end(); }

 private:
  std::vector<Field> fields_;
};

}  // namespace asyncio::web
