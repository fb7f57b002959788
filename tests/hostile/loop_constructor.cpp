// expect: stopped
// Before main: before the host has called anything but _initialize.
struct Endless {
  Endless() {
    for (volatile int i = 0;; i = i + 1) {
    }
  }
} endless;

int main() {}
