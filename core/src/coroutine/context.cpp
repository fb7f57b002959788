#include "asyncio/context.hpp"

namespace asyncio {
Context::Context() : cell_(new detail::ContextCell({})) {}

Context Context::copy() const { return Context(new detail::ContextCell(cell_->map)); }

Context::Entered::Entered(Context& context) : cell_(context.cell_), holder_(cell_.get()) {
  if (cell_->entered) throw std::runtime_error("cannot enter context: it is already entered");
  cell_->entered = true;
  scope_.emplace(holder_);
}

Context::Entered::~Entered() {
  scope_.reset();
  cell_->entered = false;
}

Context copy_context() { return Context(new detail::ContextCell(detail::current_context_map())); }

}  // namespace asyncio
