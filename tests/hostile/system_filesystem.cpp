// expect: finished "" or failed ""
#include <cstdio>
#include <filesystem>
#include <system_error>

int main() {
  namespace fs = std::filesystem;
  std::error_code error;
  std::printf("%s\n", fs::temp_directory_path(error).c_str());
  std::printf("%s\n", fs::absolute("a", error).c_str());
  fs::create_directory("d", error);
  for (auto& entry : fs::recursive_directory_iterator("/", error)) std::printf("%s\n", entry.path().c_str());
  fs::remove_all("/", error);
  std::puts("done");
}
