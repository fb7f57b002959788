#include "posix/net/interleave.hpp"

#include <algorithm>
#include <deque>

namespace asyncio::native {
namespace {

using Family = std::deque<Address>;

/// The addresses of each family, in the order in which the families are met.
std::vector<Family> by_family(const std::vector<Address>& addresses) {
  std::vector<Family> families;
  for (const Address& address : addresses) {
    const auto known = std::find_if(families.begin(), families.end(),
                                    [&](const Family& family) { return family.front().family() == address.family(); });
    (known == families.end() ? families.emplace_back() : *known).push_back(address);
  }
  return families;
}

void take_first(Family& family, std::vector<Address>& into) {
  if (family.empty()) return;
  into.push_back(family.front());
  family.pop_front();
}

}  // namespace

void interleave(std::vector<Address>& addresses, int first_family_count) {
  std::vector<Family> families = by_family(addresses);
  const std::size_t count = addresses.size();
  addresses.clear();
  if (families.empty()) return;
  for (int i = 1; i < first_family_count; ++i) take_first(families.front(), addresses);
  while (addresses.size() < count)
    for (Family& family : families) take_first(family, addresses);
}

}  // namespace asyncio::native
