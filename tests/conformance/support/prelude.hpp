#pragma once

// Everything that the programs include, so that their own includes, inside a namespace, find it done.
#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <deque>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#ifndef __EMSCRIPTEN__
#include <unistd.h>
#endif

#include <asyncio/asyncio.hpp>

#include "pyprint.hpp"
