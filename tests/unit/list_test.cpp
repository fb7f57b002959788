#include <asyncio/detail/base/list.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <vector>

using asyncio::detail::List;
using asyncio::detail::ListNode;

namespace {

struct Node : ListNode {
  explicit Node(int v) : value(v) {}
  int value;
};

using Values = std::vector<int>;

Values values_of(const List<Node>& list) {
  Values values;
  for (Node* node = list.front(); node; node = list.after(*node)) values.push_back(node->value);
  return values;
}

}  // namespace

TEST_CASE("A list gives its nodes first in, first out") {
  List<Node> list;
  Node a(1), b(2), c(3);
  list.push_back(b);
  list.push_back(c);
  list.push_front(a);
  CHECK(values_of(list) == Values{1, 2, 3});
  CHECK(list.back() == &c);
  CHECK(list.pop_front() == &a);
  CHECK(list.pop_front() == &b);
  CHECK(list.pop_front() == &c);
  CHECK(list.pop_front() == nullptr);
  CHECK(list.front() == nullptr);
  CHECK(list.back() == nullptr);
}

TEST_CASE("A node that is destroyed leaves its list") {
  List<Node> list;
  Node a(1), c(3);
  list.push_back(a);
  {
    Node b(2);
    list.push_back(b);
    list.push_back(c);
  }
  CHECK(values_of(list) == Values{1, 3});
}

TEST_CASE("A list that is destroyed lets its nodes go") {
  Node a(1), b(2);
  {
    List<Node> list;
    list.push_back(a);
    list.push_back(b);
    CHECK(a.linked());
  }
  CHECK_FALSE(a.linked());
  CHECK_FALSE(b.linked());
  a.unlink();
  List<Node> other;
  other.push_back(a);
  CHECK(values_of(other) == Values{1});
}

TEST_CASE("Unlinking a node twice is unlinking it once") {
  List<Node> list;
  Node a(1), b(2);
  list.push_back(a);
  list.push_back(b);
  a.unlink();
  a.unlink();
  CHECK_FALSE(a.linked());
  CHECK(values_of(list) == Values{2});
}

TEST_CASE("The node at hand may be unlinked while a list is gone through, if the next one was asked for before") {
  List<Node> list;
  std::vector<std::unique_ptr<Node>> nodes;
  for (int i = 0; i < 6; ++i) {
    nodes.push_back(std::make_unique<Node>(i));
    list.push_back(*nodes.back());
  }
  for (Node* node = list.front(); node;) {
    Node* next = list.after(*node);
    if (node->value % 2 == 0) node->unlink();
    node = next;
  }
  CHECK(values_of(list) == Values{1, 3, 5});
}

TEST_CASE("A list that is emptied from the front may lose any node while that goes on") {
  List<Node> list;
  Node a(1), b(2), c(3);
  list.push_back(a);
  list.push_back(b);
  list.push_back(c);
  Values seen;
  while (Node* node = list.pop_front()) {
    seen.push_back(node->value);
    if (node == &a) b.unlink();
  }
  CHECK(seen == Values{1, 3});
}

TEST_CASE("Splicing moves all nodes behind those that are there, and leaves the other list empty and usable") {
  List<Node> first, second;
  Node a(1), b(2), c(3), d(4);
  first.push_back(a);
  first.push_back(b);
  second.push_back(c);
  second.push_back(d);
  first.splice_back(second);
  CHECK(values_of(first) == Values{1, 2, 3, 4});
  CHECK(first.back() == &d);
  CHECK(second.empty());
  first.splice_back(second);
  CHECK(values_of(first) == Values{1, 2, 3, 4});
  d.unlink();
  second.push_back(d);
  CHECK(values_of(second) == Values{4});
  CHECK(values_of(first) == Values{1, 2, 3});
}

TEST_CASE("Splicing into an empty list moves all nodes there") {
  List<Node> first, second;
  Node a(1), b(2);
  second.push_back(a);
  second.push_back(b);
  first.splice_back(second);
  CHECK(values_of(first) == Values{1, 2});
  CHECK(second.empty());
}

TEST_CASE("A node knows which one is the last") {
  List<Node> list;
  Node a(1), b(2);
  list.push_back(a);
  list.push_back(b);
  CHECK(list.after(a) == &b);
  CHECK(list.after(b) == nullptr);
}
