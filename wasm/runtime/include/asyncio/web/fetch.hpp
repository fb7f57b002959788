#pragma once

/// \file
/// `web::fetch`. Source: https://fetch.spec.whatwg.org/#fetch-api

#include <memory>
#include <source_location>
#include <string>

#include "asyncio/coro.hpp"
#include "asyncio/web/errors.hpp"
#include "asyncio/web/headers.hpp"

namespace asyncio::web {
namespace detail {
class Exchange;
}

/// How fetch() asks.
struct RequestOptions {
  std::string method = "GET";
  Headers headers = {};
  /// Sent byte for byte; empty: none. A GET or HEAD may have none.
  std::string body = {};
};

/// The head of an answer, and a handle to its body: copies name the same body. The request ends, and what has not
/// arrived of the body is left, when the last of them is gone.
class Response {
 public:
  int status = 0;
  std::string status_text;
  /// Where the answer came from, after redirections.
  std::string url;
  Headers headers;

  /// Whether the status is one of success, 200 to 299. An answer of any other status is no error to fetch().
  bool ok() const noexcept { return status >= 200 && status <= 299; }

  /// The body as UTF-8: what is not is replaced, and a byte order mark left out. Suspends until all of it has arrived;
  /// the host resumes. Cancelling it ends the request. It does not need this Response to live on.
  /// \throws NetworkError; InvalidStateError if the body was read before, by text() or bytes().
  Coro<std::string> text() const;
  /// The same, byte for byte.
  Coro<std::string> bytes() const;

 private:
  friend Coro<Response> fetch(std::string url, RequestOptions options, std::source_location where);
  std::shared_ptr<detail::Exchange> exchange_;
};

/// Sends a request. Suspends until the head of the answer has arrived; the host resumes, as for any event from outside.
/// Cancelling it aborts the request (AbortController). While it waits, time that is not real stands still.
/// \param url absolute, or relative to the page
/// \throws NetworkError; PermissionError for what the page does not grant; NotSupportedError where there is no way to
/// wait for an answer; std::invalid_argument for an address, method, header or body that no request can have
/// \param where what the page names as the line that asked
Coro<Response> fetch(std::string url, RequestOptions options = {},
                     std::source_location where = std::source_location::current());

}  // namespace asyncio::web
