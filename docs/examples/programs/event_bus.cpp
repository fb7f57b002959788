// An event bus: handlers are found by the type of the event, may be plain functions or coroutines, and may fail.
#include <asyncio/asyncio.hpp>
#include <any>
#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <print>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace bus {

template <class T>
concept EventType = std::copyable<T> && requires { { T::name } -> std::convertible_to<std::string_view>; };

template <class F, class E>
concept SyncHandler = requires(F f, E e) { { f(e) } -> std::same_as<void>; };
template <class F, class E>
concept AsyncHandler = requires(F f, E e) { { f(e) } -> std::same_as<asyncio::Coro<void>>; };

class Bus {
 public:
  template <EventType E, class F>
    requires SyncHandler<F, E> || AsyncHandler<F, E>
  void on(F handler) {
    handlers_[typeid(E)].push_back([handler = std::move(handler)](const std::any& event) -> asyncio::Coro<void> {
      if constexpr (AsyncHandler<F, E>) {
        return handler(std::any_cast<E>(event));
      } else {
        return call_plain(handler, std::any_cast<E>(event));
      }
    });
  }

  template <EventType E>
  asyncio::Coro<std::size_t> publish(E event) {
    auto found = handlers_.find(typeid(E));
    if (found == handlers_.end()) {
      std::println("[{}] nobody listens", E::name);
      co_return 0;
    }
    std::vector<asyncio::Coro<void>> calls;
    const std::any boxed = event;
    for (const auto& handler : found->second) calls.push_back(handler(boxed));
    auto results = co_await asyncio::gather(asyncio::return_exceptions, std::move(calls));
    std::size_t ok = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (results[i]) {
        ++ok;
        continue;
      }
      try {
        std::rethrow_exception(results[i].exception());
      } catch (const std::exception& e) {
        std::println("[{}] handler {} failed: {}", E::name, i, e.what());
      }
    }
    co_return ok;
  }

 private:
  template <class F, class E>
  static asyncio::Coro<void> call_plain(F handler, E event) {
    handler(event);
    co_return;
  }

  std::map<std::type_index, std::vector<std::function<asyncio::Coro<void>(const std::any&)>>> handlers_;
};

}  // namespace bus

struct OrderPlaced {
  static constexpr auto name = "order placed";
  int id;
  double total;
};
struct OrderShipped {
  static constexpr auto name = "order shipped";
  int id;
  std::string carrier;
};
struct StockLow {
  static constexpr std::string_view name = "stock low";
  std::string article;
  int left;
};
struct Heartbeat {
  static constexpr const char* name = "heartbeat";
};

class Warehouse {
 public:
  explicit Warehouse(bus::Bus& bus) : bus_(bus) {
    bus.on<OrderPlaced>([this](OrderPlaced order) { return pack(order); });
  }

  asyncio::Coro<void> pack(OrderPlaced order) {
    co_await asyncio::sleep(30ms);
    --stock_;
    std::println("  warehouse: packed {}", order.id);
    if (stock_ < 2) co_await bus_.publish(StockLow{.article = "teapot", .left = stock_});
    co_await bus_.publish(OrderShipped{order.id, order.total > 100 ? "courier" : "post"});
  }

 private:
  bus::Bus& bus_;
  int stock_ = 3;
};

asyncio::Coro<void> send_mail(OrderShipped shipped) {
  co_await asyncio::sleep(5ms);
  std::println("  mail: your order {} comes by {}", shipped.id, shipped.carrier);
}

asyncio::Coro<void> async_main() {
  bus::Bus bus;
  Warehouse warehouse(bus);
  double turnover = 0;
  bus.on<OrderPlaced>([&](const OrderPlaced& order) { turnover += order.total; });
  bus.on<OrderPlaced>([](OrderPlaced order) {
    if (order.total < 0) throw std::invalid_argument(std::format("{:.2f} is no price", order.total));
    std::println("  invoice: {:>8.2f} for order {}", order.total, order.id);
  });
  bus.on<OrderShipped>(send_mail);
  bus.on<StockLow>([](StockLow low) { std::println("  buyer: {} more {}s!", 10 - low.left, low.article); });

  for (auto [id, total] : {std::pair{1, 19.9}, {2, 240.0}, {3, -1.0}}) {
    std::println("order {}", id);
    const auto ok = co_await bus.publish(OrderPlaced{id, total});
    std::println("{} handlers went well", ok);
  }
  co_await bus.publish(Heartbeat{});
  std::println("turnover {:+.1f}", turnover);
}

int main() { asyncio::run(async_main()); }
