#include "asyncio/web/fetch.hpp"

#include <cstdlib>
#include <utility>

#include "exchange.hpp"
#include "fields.hpp"

namespace asyncio::web {
namespace {

std::string request_fields(const std::string& url, const RequestOptions& options, std::source_location where) {
  std::string fields;
  append_field(fields, place(where));
  for (const std::string* field : {&url, &options.method, &options.body}) append_field(fields, *field);
  for (const auto& [name, value] : options.headers) {
    append_field(fields, name);
    append_field(fields, value);
  }
  return fields;
}

Response make_response(std::string_view head) {
  std::vector<std::string> fields = split_fields(head, 3);
  Response response;
  response.status = std::atoi(fields[0].c_str());
  response.status_text = std::move(fields[1]);
  response.url = std::move(fields[2]);
  for (std::size_t i = 3; i + 1 < fields.size(); i += 2) {
    response.headers.append(std::move(fields[i]), std::move(fields[i + 1]));
  }
  return response;
}

/// Keeps the exchange, as the response may go while the body is read.
Coro<std::string> read_body(std::shared_ptr<detail::Exchange> exchange, bool as_text) {
  exchange->require_unread();
  co_return co_await exchange->read(as_text);
}

}  // namespace

Coro<Response> fetch(std::string url, RequestOptions options, std::source_location where) {
  auto exchange = std::make_shared<detail::Exchange>();
  const std::string head = co_await exchange->ask(request_fields(url, options, where));
  Response response = make_response(head);
  response.exchange_ = std::move(exchange);
  co_return response;
}

Coro<std::string> Response::text() const { return read_body(exchange_, true); }
Coro<std::string> Response::bytes() const { return read_body(exchange_, false); }

}  // namespace asyncio::web
