#include "tables.hpp"
#include "texts.hpp"

using namespace asyncio;

namespace {

std::string text_of_item(const std::optional<int>& item) { return item ? text_of(*item) : "end"; }

Coro<Ended> next(Frame& frame, const Node& op) {
  const auto generator = find(frame.world.generators, op[1]);
  if (!generator) co_return Ended{"nothing"};
  const std::optional<int> item = co_await generator->next();
  co_return Ended{text_of_item(item)};
}

Coro<Ended> send(Frame& frame, const Node& op) {
  const auto generator = find(frame.world.generators, op[1]);
  if (!generator) co_return Ended{"nothing"};
  const std::optional<int> item = co_await generator->asend(op[2].number());
  co_return Ended{text_of_item(item)};
}

Coro<Ended> throw_in(Frame& frame, const Node& op) {
  const auto generator = find(frame.world.generators, op[1]);
  if (!generator) co_return Ended{"nothing"};
  const std::optional<int> item = co_await generator->athrow(make_error(op[2].text(), op[3].text()));
  co_return Ended{text_of_item(item)};
}

Coro<Ended> close(Frame& frame, const Node& op) {
  const auto generator = find(frame.world.generators, op[1]);
  if (!generator) co_return Ended{"nothing"};
  co_await generator->aclose();
  co_return Ended();
}

Coro<Ended> run_items(Frame& frame, Generator& generator, int limit, const Node& block) {
  int count = 0;
  ASYNCIO_FOR(item, generator) {
    frame.trace("item " + text_of(item));
    const Flow flow = co_await run_block(frame, block);
    ++count;
    if (flow) co_return Ended{text_of(count), flow.after_loop()};
    if (count == limit) break;
  }
  co_return Ended{text_of(count)};
}

Coro<Ended> for_each(Frame& frame, const Node& op) {
  const auto body = [&frame, limit = op[2].number(), &block = op[3]](Generator& generator) {
    return run_items(frame, generator, limit, block);
  };
  return with(aclosing(make_generator(frame.world, op[1].number())), body);
}

}  // namespace

Activities generator_activities() {
  return {{"anext", next}, {"asend", send}, {"athrow", throw_in}, {"aclose", close}, {"for", for_each}};
}
