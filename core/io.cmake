# Streams, servers, threads, sockets, processes, TLS: what the loop does with the world around it.
target_sources(asyncio PRIVATE
  src/buffered_protocol.cpp
  src/byte_buffer.cpp
  src/connection_setup.cpp
  src/connections.cpp
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
  src/start_tls.cpp
  src/stream_flow.cpp
  src/stream_protocol.cpp
  src/stream_reader.cpp
  src/stream_transport.cpp
  src/stream_writer.cpp
  src/streams.cpp
  src/subprocess.cpp
  src/subprocess_setup.cpp
  src/subprocess_stream_protocol.cpp
  src/thread_call.cpp
  src/threads.cpp
  src/transport_life.cpp
)
if(ASYNCIO_WITH_TLS AND NOT EMSCRIPTEN)
  find_package(OpenSSL REQUIRED)
  add_library(asyncio_tls
    src/ssl.cpp
    src/tls/ssl_errors.cpp
    src/tls/openssl_context.cpp
    src/tls/tls_engine.cpp
    src/tls/tls_data.cpp
    src/tls/tls_transport.cpp
  )
  add_library(asyncio::tls ALIAS asyncio_tls)
  set_target_properties(asyncio_tls PROPERTIES
    EXPORT_NAME tls VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
  target_link_libraries(asyncio_tls PUBLIC asyncio PRIVATE OpenSSL::SSL)
else()
  target_sources(asyncio PRIVATE src/ssl.cpp src/no_tls.cpp)
endif()
if(EMSCRIPTEN)
  target_sources(asyncio PRIVATE src/no_processes.cpp src/no_sockets.cpp src/no_threads.cpp)
else()
  target_sources(asyncio PRIVATE
    src/native/address.cpp
    src/native/child_setup.cpp
    src/native/child_watcher.cpp
    src/native/datagram_transport.cpp
    src/native/datagrams.cpp
    src/native/descriptor_channel.cpp
    src/native/epoll_selector.cpp
    src/native/frame_memory.cpp
    src/native/io_uring_selector.cpp
    src/native/kqueue_selector.cpp
    src/native/pipe_channel.cpp
    src/native/pipes.cpp
    src/native/poll_selector.cpp
    src/native/posix_host.cpp
    src/native/posix_network.cpp
    src/native/posix_reactor.cpp
    src/native/posix_subprocess.cpp
    src/native/read_pipe_transport.cpp
    src/native/ready_waiter.cpp
    src/native/selector.cpp
    src/native/signals.cpp
    src/native/socket_channel.cpp
    src/native/socket_listener.cpp
    src/native/sockets.cpp
    src/native/spawn.cpp
    src/native/thread_pool.cpp
    src/native/waker.cpp
    src/native/write_pipe_transport.cpp
  )
endif()
