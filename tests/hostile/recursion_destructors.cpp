// expect: failed "stack overflow"
// A list that destroys itself node by node.
#include <cstdio>
#include <memory>

struct Node {
  std::unique_ptr<Node> next;
};

int main() {
  std::unique_ptr<Node> head;
  for (int i = 0; i < 1'000'000; ++i) head = std::make_unique<Node>(std::move(head));
  std::puts("built");
  head.reset();
  std::puts("gone");
}
