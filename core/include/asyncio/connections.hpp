#pragma once

/// \file
/// Connections and servers by callbacks: `loop.create_connection`, `loop.create_server`, …; what lies under
/// streams.hpp. Source: Lib/asyncio/base_events.py, unix_events.py.

#include "asyncio/event_loop.hpp"
