# Streams, servers, threads, sockets: what the loop does with the world around it.
target_sources(asyncio PRIVATE
  src/byte_buffer.cpp
  src/default_executor.cpp
  src/endpoint.cpp
  src/flow_control.cpp
  src/loop_inbox.cpp
  src/memory_channel.cpp
  src/memory_network.cpp
  src/os_error.cpp
  src/reactor.cpp
  src/reader_core.cpp
  src/separators.cpp
  src/server.cpp
  src/server_core.cpp
  src/stream_protocol.cpp
  src/stream_reader.cpp
  src/stream_transport.cpp
  src/stream_writer.cpp
  src/streams.cpp
  src/thread_call.cpp
  src/threads.cpp
)
if(EMSCRIPTEN)
  target_sources(asyncio PRIVATE src/no_sockets.cpp src/no_threads.cpp)
else()
  target_sources(asyncio PRIVATE
    src/native/address.cpp
    src/native/epoll_selector.cpp
    src/native/poll_selector.cpp
    src/native/posix_host.cpp
    src/native/posix_network.cpp
    src/native/posix_reactor.cpp
    src/native/ready_waiter.cpp
    src/native/signals.cpp
    src/native/socket_channel.cpp
    src/native/socket_listener.cpp
    src/native/sockets.cpp
    src/native/thread_pool.cpp
    src/native/waker.cpp
  )
endif()
