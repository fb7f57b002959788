#pragma once

/// \file
/// The order in which JavaScript lets the program's loops run what is ready.

#include "loop/arranger.hpp"

namespace asyncio::detail {
class Runnable;
}

namespace asyncio::wasm {

class HostOrder final : public detail::Arranger {
 public:
  void arrange(detail::ReadyQueue& ready, std::size_t end) noexcept override;

  /// What detail::reorder() asks.
  void add(detail::Runnable& node);
  std::size_t next();

 private:
  int iteration_ = 0;
};

}  // namespace asyncio::wasm
