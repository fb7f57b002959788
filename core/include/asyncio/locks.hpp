#pragma once

/// \file
/// All of Lib/asyncio/locks.py.

#include "asyncio/barrier.hpp"
#include "asyncio/condition.hpp"
#include "asyncio/event.hpp"
#include "asyncio/lock.hpp"
#include "asyncio/semaphore.hpp"
