#pragma once

#include "posix/net/address.hpp"

namespace asyncio::native {

/// Puts the addresses in an order in which their families take turns, after `first_family_count` of the first family.
/// Source: _interleave_addrinfos in Lib/asyncio/base_events.py, RFC 8305 section 4.
void interleave(std::vector<Address>& addresses, int first_family_count);

}  // namespace asyncio::native
