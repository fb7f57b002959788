#pragma once

#include <string>

namespace http {

struct Response {
  int status = 200;
  std::string body;
  std::string content_type = "text/plain; charset=utf-8";
};

/// Tells in words what a status means, with a line of detail if there is one.
Response explain(int status, const std::string& detail = {});

/// The first line and the headers, with the empty line after them.
std::string head(const Response& response, bool keep_open);

}  // namespace http
