# Streams, servers, threads, sockets: what the loop does with the world around it.
target_sources(asyncio PRIVATE
  src/byte_buffer.cpp
  src/endpoint.cpp
  src/os_error.cpp
  src/reader_core.cpp
  src/separators.cpp
  src/stream_reader.cpp
)
