#include "http/service.hpp"

#include <algorithm>
#include <utility>

namespace http {

using asyncio::capture;
using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using asyncio::wait_for;

namespace {

/// The client is waited for after each so many bytes of an answer, until it has taken them all.
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
    set_idle(true);
    // Else as much again would lie there while the next piece is made.
    writer_.transport().set_write_buffer_limits(0, 0);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    set_idle(false);
    service_.connections_.erase(this);
  }

  /// Returns when the connection is gone.
  Coro<void> serve() {
    while (!service_.stopping_) {
      const bool open = co_await serve_request();
      if (!open) break;
      // The others come to their turn, however many requests of this one are there already.
      co_await asyncio::sleep(asyncio::Duration::zero());
    }
    if (!writer_.is_closing()) {
      // A connection that is closed with something unread is reset, and the client may lose its answer.
      writer_.write_eof();
      auto discarded = co_await capture(wait_for(discard_input(reader_), service_.limits_.linger));
      writer_.close();
    }
    co_await wait_for(writer_.wait_closed(), service_.limits_.stalled);
  }

  /// Closes it if no request is under way: then the read ends.
  void stop() {
    if (idle_) writer_.close();
  }

  /// Breaks it off, and no longer counts it.
  void give_up_place() {
    set_idle(false);
    service_.connections_.erase(this);
    writer_.transport().abort();
  }

 private:
  void set_idle(bool idle) {
    if (std::exchange(idle_, idle) == idle) return;
    if (idle) {
      place_ = service_.idle_.insert(service_.idle_.end(), this);
    } else {
      service_.idle_.erase(place_);
    }
  }

  /// \returns whether another request may follow
  Coro<bool> serve_request() {
    // Also pays for what the handler takes from the request's body into its answer.
    Budget::Share share(service_.bodies_);
    auto request = co_await capture(next_request(share));
    if (!request) {
      const Response refusal = refuse(request.exception());
      co_await send(refusal, false, false);
      co_return false;
    }
    const Response response = co_await handle(*request);
    const bool open = request->keeps_open() && !service_.stopping_;
    co_await send(response, request->method == "HEAD", open);
    co_return open;
  }

  Coro<Request> next_request(Budget::Share& share) {
    set_idle(true);
    auto too_idle = asyncio::get_running_loop().call_later(service_.limits_.idle, [this] { stop(); });
    auto line = co_await capture(reader_.readuntil("\r\n"));
    too_idle.cancel();
    set_idle(false);
    auto reading = read_request(std::move(line).value(), reader_, writer_, service_.limits_.size, share);
    co_return co_await wait_for(std::move(reading), service_.limits_.request);
  }

  Coro<Response> handle(Request& request) {
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
    const std::size_t size = head_only ? 0 : response.size();
    std::size_t sent = std::min(size, piece_size);
    writer_.writelines({head(response, keep_open), response.piece(0, sent)});
    for (;;) {
      co_await wait_for(writer_.drain(), service_.limits_.stalled);
      if (sent == size) break;
      const std::string piece = response.piece(sent, piece_size);
      writer_.write(piece);
      sent += piece.size();
    }
  }

  Service& service_;
  StreamReader& reader_;
  StreamWriter& writer_;
  bool idle_ = false;
  /// In the service's list, if idle.
  std::list<Connection*>::iterator place_;
};

Service::Service(Handler handler, Limits limits)
    : handler_(std::move(handler)), limits_(limits), bodies_(limits.bodies) {}

bool Service::make_room() {
  if (connections_.size() < limits_.connections) return true;
  if (idle_.empty()) return false;
  idle_.front()->give_up_place();
  return true;
}

Coro<void> Service::serve(StreamReader& reader, StreamWriter& writer) {
  if (!make_room()) {
    const Response refusal = explain(503, "too many clients at once");
    writer.writelines({head(refusal, false), refusal.body});
    writer.close();
    co_return;
  }
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
