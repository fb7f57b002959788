// expect: finished "<script>"
#include <cstdio>

int main() {
  std::puts("<script>document.title='ESCAPED'</script><img src=x onerror=\"document.title='ESCAPED'\">");
  std::puts("</div></section><style>*{display:none}</style>");
}
