// expect: compile-error "" or finished "" within 60s
#include <tuple>
#include <utility>

template <std::size_t... I>
auto make(std::index_sequence<I...>) {
  return std::make_tuple(I...);
}

int main() { return std::get<1>(make(std::make_index_sequence<100'000>())) == 0; }
