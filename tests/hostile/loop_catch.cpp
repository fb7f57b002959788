// expect: stopped
#include <cstdio>

int main() {
  for (;;) try {
      throw 1;
    } catch (int) {
    }
}
