// expect: compile-error "" within 90s
// Two to the power of thirty instantiations.
template <int Depth, unsigned long long Path>
struct Tree {
  Tree<Depth - 1, Path * 2> left;
  Tree<Depth - 1, Path * 2 + 1> right;
};
template <unsigned long long Path>
struct Tree<0, Path> {};

Tree<30, 1> tree;

int main() {}
