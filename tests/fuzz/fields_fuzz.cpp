// What the browser's host hands to a program, taken apart: whatever the bytes, none beside them is read; and what was
// put together comes apart again.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "check.hpp"
#include "fields.hpp"

namespace {

void take_apart(std::string_view bytes, std::size_t least) {
  // With nothing that may be read behind it.
  const std::unique_ptr<char[]> exactly(new char[bytes.size()]);
  std::ranges::copy(bytes, exactly.get());
  const auto fields = asyncio::web::split_fields({exactly.get(), bytes.size()}, least);
  CHECK(fields.size() >= least);
  CHECK(fields.size() <= std::max(least, bytes.size() / 4));
  std::size_t total = 0;
  for (const std::string& field : fields) total += field.size();
  CHECK(total <= bytes.size());
}

void put_together(FuzzedDataProvider& input) {
  std::vector<std::string> fields;
  while (input.remaining_bytes() > 0) fields.push_back(input.ConsumeRandomLengthString());
  std::string together;
  for (const std::string& field : fields) asyncio::web::append_field(together, field);
  CHECK(asyncio::web::split_fields(together, 0) == fields);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  if (input.ConsumeBool()) {
    put_together(input);
  } else {
    const auto least = input.ConsumeIntegralInRange<std::size_t>(0, 4);
    const std::string bytes = input.ConsumeRemainingBytesAsString();
    take_apart(bytes, least);
  }
  return 0;
}
