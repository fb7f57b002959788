#pragma once

#include <string>

#include "asyncio/clock.hpp"

namespace asyncio::detail {

/// In seconds, for people: "12.500".
std::string repr_of(TimePoint time);

}  // namespace asyncio::detail
