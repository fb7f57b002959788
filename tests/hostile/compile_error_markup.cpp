// expect: compile-error "<b>" within 10s
#error <b>bold</b><img src=x onerror="document.title='ESCAPED'"> ‮

int main() {}
