#pragma once

#include <stdexcept>
#include <string>

namespace http {

/// Why a request is not answered as it would like: the status of the answer.
class Error : public std::runtime_error {
 public:
  explicit Error(int code, const std::string& detail = {}) : std::runtime_error(detail), status(code) {}
  int status;
};

}  // namespace http
