// expect: stopped
struct Endless {
  ~Endless() {
    for (volatile int i = 0;; i = i + 1) {
    }
  }
};

int main() { Endless endless; }
