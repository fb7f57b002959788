// expect: failed "stuck"
#include <stdexcept>

void sworn() noexcept { throw std::runtime_error("stuck"); }

int main() { sworn(); }
