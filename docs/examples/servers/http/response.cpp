#include "http/response.hpp"

#include <algorithm>
#include <string_view>

namespace http {
namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "";
  }
}

}  // namespace

std::string Response::piece(std::size_t begin, std::size_t most) const {
  return long_body.piece ? long_body.piece(begin, std::min(most, long_body.size - begin)) : body.substr(begin, most);
}

Response explain(int status, const std::string& detail) {
  std::string text = std::to_string(status);
  text.append(" ").append(reason(status));
  if (!detail.empty()) text += ": " + detail;
  return {.status = status, .body = text + '\n'};
}

std::string head(const Response& response, bool keep_open) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status);
  text.append(" ").append(reason(response.status));
  text += "\r\nContent-Type: " + response.content_type;
  text += "\r\nContent-Length: " + std::to_string(response.size());
  if (!keep_open) text += "\r\nConnection: close";
  return text + "\r\n\r\n";
}

}  // namespace http
