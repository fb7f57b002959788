#pragma once

namespace asyncio::detail {

/// From now on a KeyboardInterrupt that nobody catches ends the program as the signal would have, and a SystemExit as
/// exit(code) does, instead of std::abort(): what Python's main program does with them. For all others the terminate
/// handler that the program has set goes on to decide. To be called before they are thrown: an exception remembers the
/// handler of that moment.
void end_well_if_uncaught() noexcept;

}  // namespace asyncio::detail
