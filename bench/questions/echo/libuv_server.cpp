// What does a request cost a server that sends back what it gets?
#include <netinet/in.h>
#include <uv.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

void require(int result, const char* call) {
  if (result >= 0) return;
  std::fprintf(stderr, "%s: %s\n", call, uv_strerror(result));
  std::exit(1);
}

/// One connection: libuv calls it with its address in `data`, until it is closed.
class Session {
 public:
  static void accept(uv_stream_t* server, int status) {
    require(status, "listen");
    auto* session = new Session(server->loop);
    require(uv_accept(server, session->stream()), "uv_accept");
    require(uv_tcp_nodelay(&session->tcp_, 1), "uv_tcp_nodelay");
    require(uv_read_start(session->stream(), on_allocate, on_read), "uv_read_start");
  }

 private:
  explicit Session(uv_loop_t* loop) {
    require(uv_tcp_init(loop, &tcp_), "uv_tcp_init");
    tcp_.data = this;
    write_.data = this;
  }
  uv_stream_t* stream() { return reinterpret_cast<uv_stream_t*>(&tcp_); }
  void close() {
    uv_close(reinterpret_cast<uv_handle_t*>(&tcp_),
             [](uv_handle_t* handle) { delete static_cast<Session*>(handle->data); });
  }

  static void on_allocate(uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
    auto& bytes = static_cast<Session*>(handle->data)->buffer_;
    *buffer = uv_buf_init(bytes.data(), static_cast<unsigned>(bytes.size()));
  }
  static void on_read(uv_stream_t* stream, ssize_t n, const uv_buf_t* buffer) {
    auto* session = static_cast<Session*>(stream->data);
    if (n < 0) return session->close();
    if (n == 0) return;
    uv_buf_t answer = uv_buf_init(buffer->base, static_cast<unsigned>(n));
    // The client asks again only when it has the whole answer: one write at a time.
    require(uv_write(&session->write_, stream, &answer, 1, [](uv_write_t*, int) {}), "uv_write");
  }

  uv_tcp_t tcp_;
  uv_write_t write_;
  std::array<char, 4'096> buffer_;
};

}  // namespace

int main() {
  uv_loop_t* loop = uv_default_loop();
  uv_tcp_t server;
  sockaddr_in address;
  int length = sizeof address;
  require(uv_tcp_init(loop, &server), "uv_tcp_init");
  require(uv_ip4_addr("127.0.0.1", 0, &address), "uv_ip4_addr");
  require(uv_tcp_bind(&server, reinterpret_cast<sockaddr*>(&address), 0), "uv_tcp_bind");
  require(uv_listen(reinterpret_cast<uv_stream_t*>(&server), 1'024, Session::accept), "uv_listen");
  require(uv_tcp_getsockname(&server, reinterpret_cast<sockaddr*>(&address), &length), "uv_tcp_getsockname");
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  uv_run(loop, UV_RUN_DEFAULT);
}
