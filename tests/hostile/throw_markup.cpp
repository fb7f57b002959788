// expect: failed "<b>"
#include <stdexcept>

int main() { throw std::runtime_error("<b>bold</b><img src=x onerror=\"document.title='ESCAPED'\">\n\u202E\0"); }
