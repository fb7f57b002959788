// expect: ended
// Markup, escapes, text that runs from right to left, halves of surrogates and bytes that are no UTF-8.
#include <cstdio>
#include <cstring>

struct Record {
  unsigned char kind, detail;
  unsigned short zero;
  unsigned task;
  double time;
  unsigned a, b, c, d;
};
__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);

void name(unsigned id, const char* text, unsigned size) {
  static char batch[4096];
  const Record record = {1, 0, 0, 0, 0, id, size, 0, 0};
  std::memset(batch, 0, sizeof batch);
  std::memcpy(batch, &record, sizeof record);
  std::memcpy(batch + sizeof record, text, size);
  trace(batch, sizeof record + (size + 7) / 8 * 8);
  Record records[] = {{3, 0, 0, id, double(id), id, 0, id, id},
                      {6, 0, 0, id, double(id) + 0.5, id, 0, id, id},
                      {9, 1, 0, id, double(id) + 0.7, id, id, 0, 0}};
  trace(records, sizeof records);
}

#define NAME(id, text) name(id, text, sizeof text - 1)
int main() {
  NAME(1, "<img src=x onerror=\"document.title='ESCAPED'\"><script>document.title='ESCAPED'</script>");
  NAME(2, "\x1b[2J\x1b]0;ESCAPED?\x07\b\r\0\x7f");
  NAME(3, "\u202Etxt.exe\u2066\u2067\u2069");
  NAME(4, "\xed\xa0\x80\xed\xbf\xbf");
  NAME(5, "\xff\xfe\xc0\x80\xf8\x88\x80\x80\x80");
  NAME(6, "__proto__");
  NAME(7, "constructor");
  NAME(8, "</title></style></textarea>{{7*7}}${7*7}");
  NAME(9, "\n\n\n\n\u2028\u2029");
  NAME(10, "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030f\u0310");
  std::puts("sent");
}
