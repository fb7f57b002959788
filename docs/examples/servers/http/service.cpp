#include "http/service.hpp"

namespace http {

using asyncio::capture;
using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using asyncio::wait_for;

namespace {

/// The client is waited for after each so many bytes of an answer.
constexpr std::size_t piece_size = 64 * 1024;

/// The answer to a request that could not be read.
/// \throws the error, if it is not about the request: the connection is lost, or the task is cancelled
Response refuse(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Error& refused) {
    return explain(refused.status, refused.what());
  } catch (const asyncio::LimitOverrunError&) {
    return explain(431, "a line is too long");
  } catch (const asyncio::TimeoutError&) {
    return explain(408);
  }
}

Coro<void> discard_input(StreamReader& reader) {
  for (;;) {
    const std::string data = co_await reader.read(piece_size);
    if (data.empty()) break;
  }
}

}  // namespace

/// A client and what it is doing.
class Service::Connection {
 public:
  Connection(Service& service, StreamReader& reader, StreamWriter& writer)
      : service_(service), reader_(reader), writer_(writer) {
    service_.connections_.insert(this);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { service_.connections_.erase(this); }

  Coro<void> serve() {
    bool open = true;
    while (open && !service_.stopping_) open = co_await serve_request();
    if (writer_.is_closing()) co_return;
    // A connection that is closed with something unread is reset, and the client may lose its answer.
    writer_.write_eof();
    auto discarded = co_await capture(wait_for(discard_input(reader_), service_.limits_.linger));
    writer_.close();
  }

  /// Closes it if no request is under way: then the read ends.
  void stop() {
    if (idle_) writer_.close();
  }

 private:
  /// \returns whether another request may follow
  Coro<bool> serve_request() {
    auto request = co_await capture(next_request());
    if (!request) {
      co_await send(refuse(request.exception()), false, false);
      co_return false;
    }
    const Response response = co_await handle(*request);
    const bool open = request->keeps_open() && !service_.stopping_;
    co_await send(response, request->method == "HEAD", open);
    co_return open;
  }

  Coro<Request> next_request() {
    idle_ = true;
    auto too_idle = asyncio::get_running_loop().call_later(service_.limits_.idle, [this] { stop(); });
    auto line = co_await capture(reader_.readuntil("\r\n"));
    too_idle.cancel();
    idle_ = false;
    auto reading = read_request(std::move(line).value(), reader_, writer_, service_.limits_.size);
    co_return co_await wait_for(std::move(reading), service_.limits_.request);
  }

  Coro<Response> handle(const Request& request) {
    auto handled = co_await capture(service_.handler_(request));
    if (handled) co_return std::move(*handled);
    try {
      std::rethrow_exception(handled.exception());
    } catch (const Error& refused) {
      co_return explain(refused.status, refused.what());
    } catch (const std::exception&) {
      asyncio::ExceptionContext context;
      context.message = request.method + ' ' + request.target + " failed";
      context.exception = handled.exception();
      asyncio::get_running_loop().call_exception_handler(context);
      co_return explain(500);
    }
  }

  Coro<void> send(const Response& response, bool head_only, bool keep_open) {
    std::string_view rest = head_only ? std::string_view() : std::string_view(response.body);
    std::string_view piece = rest.substr(0, piece_size);
    writer_.writelines({head(response, keep_open), piece});
    for (;;) {
      co_await wait_for(writer_.drain(), service_.limits_.stalled);
      rest.remove_prefix(piece.size());
      if (rest.empty()) break;
      piece = rest.substr(0, piece_size);
      writer_.write(piece);
    }
  }

  Service& service_;
  StreamReader& reader_;
  StreamWriter& writer_;
  bool idle_ = true;
};

Service::Service(Handler handler, Limits limits) : handler_(std::move(handler)), limits_(limits) {}

Coro<void> Service::serve(StreamReader& reader, StreamWriter& writer) {
  Connection connection(*this, reader, writer);
  auto served = co_await capture(connection.serve());
  if (served) co_return;
  // Nobody is there any more, or takes the answer: not worth a report.
  writer.transport().abort();
  try {
    served.value();
  } catch (const asyncio::ConnectionError&) {
  } catch (const asyncio::IncompleteReadError&) {
  } catch (const asyncio::TimeoutError&) {
  }
}

void Service::stop() {
  stopping_ = true;
  for (Connection* connection : connections_) connection->stop();
}

}  // namespace http
