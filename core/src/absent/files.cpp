#include "stream/files.hpp"

#include "absent/no_threads.hpp"

namespace asyncio::detail {

Coro<std::size_t> read_file(int, std::uint64_t, std::span<char>) { no_threads(); }
void move_file_position(int, std::uint64_t) noexcept {}

}  // namespace asyncio::detail
