// expect: failed "wwww"
#include <stdexcept>
#include <string>

int main() { throw std::runtime_error(std::string(10 << 20, 'w')); }
