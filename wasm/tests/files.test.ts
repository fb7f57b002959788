/** Files of a program lie in its own memory: the standard library's ways to them work, and end with the run. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ProgramModule } from '../run/program-module.ts';
import { runProgram } from '../run/host.ts';
import type { RunResult } from '../api/types.ts';
import { compile } from './support.ts';

const source = `
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
namespace fs = std::filesystem;
void tree(const fs::path& path) {
  std::vector<std::string> found;
  for (auto& entry : fs::recursive_directory_iterator(path)) found.push_back(entry.path().string() + (entry.is_directory() ? "/" : ""));
  std::sort(found.begin(), found.end());
  for (auto& name : found) std::cout << name << ' ';
  std::cout << '\\n';
}
void streams() {
  { std::ofstream out("notes.txt"); out << "one\\ntwo " << 2 << '\\n'; }
  { std::ofstream more("notes.txt", std::ios::app); more << "three\\n"; }
  std::ifstream in("notes.txt");
  for (std::string line; std::getline(in, line);) std::cout << '[' << line << ']';
  std::fstream both("notes.txt", std::ios::in | std::ios::out);
  both.seekp(4); both << "TWO"; both.seekg(0);
  std::string first, second; both >> first >> second;
  std::cout << first << second << fs::file_size("notes.txt") << ' ' << std::ifstream("missing").is_open() << '\\n';
}
void stdio() {
  std::FILE* file = std::fopen("/tmp/data.bin", "w+b");
  std::vector<unsigned char> bytes(100'000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = i * 7;
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fseek(file, -10, SEEK_END);
  std::printf("%ld %d ", std::ftell(file), std::fgetc(file));
  std::rewind(file);
  std::vector<unsigned char> back(bytes.size());
  std::printf("%d ", int(std::fread(back.data(), 1, back.size(), file)));
  std::printf("%d %d %d\\n", back == bytes, std::fgetc(file), std::feof(file) != 0);
  std::fclose(file);
  std::rename("/tmp/data.bin", "/tmp/other.bin");
  std::printf("%d %d ", std::fopen("/tmp/data.bin", "r") == nullptr, errno == ENOENT);
  std::printf("%d %d\\n", std::remove("/tmp/other.bin"), std::remove("/tmp/other.bin"));
  std::FILE* temporary = std::tmpfile(); std::fputs("x", temporary); std::printf("%ld\\n", std::ftell(temporary));
}
void folders() {
  std::cout << fs::current_path() << fs::temp_directory_path() << fs::absolute("a") << '\\n';
  fs::create_directories("a/b/c"); std::ofstream("a/b/file") << "12345";
  fs::create_symlink("b/file", "a/link"); fs::copy("a/b/file", "a/copy");
  tree("a");
  std::cout << fs::exists("a/link") << fs::is_symlink("a/link") << fs::file_size("a/link") << fs::read_symlink("a/link") << fs::canonical("a/../a/link") << '\\n';
  fs::rename("a/b", "a/d"); fs::current_path("a/d"); std::cout << fs::current_path() << fs::exists("../copy") << '\\n';
  fs::current_path("/home"); fs::resize_file("a/d/file", 2);
  std::cout << fs::file_size("a/d/file") << ' ' << fs::remove_all("a") << fs::exists("a") << fs::space("/").capacity << '\\n';
  fs::last_write_time("/tmp", fs::file_time_type{}); std::cout << (fs::last_write_time("/tmp") == fs::file_time_type{}) << '\\n';
}
template <class F> void fails(F f) {
  try { f(); std::cout << "no error\\n"; } catch (const fs::filesystem_error& e) { std::cout << e.code().message() << '\\n'; }
}
void errors() {
  fails([] { fs::create_directory("no/such"); });
  fails([] { fs::rename("no", "yes"); });
  fs::create_directories("full/inside");
  fails([] { fs::remove("full"); });
  fails([] { fs::rename("full", "full/inside/deeper"); });
  fails([] { fs::directory_iterator("/nowhere"); });
  std::ofstream("plain") << 1;
  fails([] { fs::create_directory("plain/below"); });
  fs::create_symlink("loop", "loop"); fails([] { fs::file_size("loop"); });
  fs::permissions("plain", fs::perms::owner_read); std::cout << std::ofstream("plain").is_open() << '\\n';
}
void bounds() {
  std::FILE* file = std::fopen("big", "w");
  std::vector<char> block(1 << 20);
  int blocks = 0;
  while (std::fwrite(block.data(), 1, block.size(), file) == block.size()) ++blocks;
  std::printf("%d %s\\n", blocks, std::strerror(errno));
  std::fclose(file); std::remove("big");
  file = std::fopen("big", "w"); std::printf("%d ", int(std::fwrite(block.data(), 1, block.size(), file) == block.size()));
  std::fclose(file);
  std::vector<int> open_ones;
  for (int fd; (fd = open("big", O_RDONLY)) >= 0;) open_ones.push_back(fd);
  std::printf("%d %s\\n", open_ones.size() > 200, std::strerror(errno));
}
void posix() {
  int fd = open("p", O_RDWR | O_CREAT | O_EXCL, 0644);
  std::printf("%d %d ", open("p", O_CREAT | O_EXCL, 0644), errno == EEXIST);
  write(fd, "hello", 5);
  char text[6] = {}; pread(fd, text, 5, 0); std::printf("%s %d ", text, int(lseek(fd, 0, SEEK_CUR)));
  int copy = dup(fd); lseek(copy, 1, SEEK_SET); read(fd, text, 4); std::printf("%.4s ", text);
  ftruncate(fd, 0); struct stat info; fstat(fd, &info); std::printf("%d %d ", int(info.st_size), S_ISREG(info.st_mode));
  unlink("p"); std::printf("%d ", int(write(fd, "x", 1))); close(fd); close(copy);
  std::printf("%d %d ", int(write(fd, "x", 1)), errno == EBADF);
  mkdir("q", 0755); DIR* dir = opendir("q"); int entries = 0; while (readdir(dir)) ++entries; closedir(dir);
  std::printf("%d %d %d\\n", entries, rmdir("q"), access("q", F_OK));
}
void rest() {
  int pipes[2];
  std::printf("%d %d %d %d\\n", std::system("ls"), pipe(pipes), socket(AF_INET, SOCK_STREAM, 0), errno == ENOSYS);
  std::time_t leap = 951782400; std::tm date = *std::localtime(&leap); char text[64];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %a %j", &date); std::printf("%s ", text);
  date.tm_mday += 1; std::printf("%d ", std::mktime(&date) == leap + 86400); std::time_t before = -1; std::printf("%d\\n", std::gmtime(&before)->tm_year);
}
void (*all[])() = {streams, stdio, folders, errors, bounds, posix, rest};
int main(int, char** arguments) { all[std::atoi(arguments[1])](); }`;

let module: ProgramModule;
before(async () => {
  const { module: bytes, text } = await compile(`#include <algorithm>\n${source}`);
  assert.ok(bytes, text);
  module = await ProgramModule.compile(bytes);
});

async function call(number: number): Promise<RunResult & { stdout: string }> {
  let stdout = '';
  const result = await runProgram({ module, args: [String(number)], onOutput: (_stream, text) => (stdout += text) });
  return { ...result, stdout };
}

const expected = {
  streams: '[one][two 2][three]oneTWO16 0\n',
  stdio: '99990 26 100000 1 -1 1\n1 1 0 -1\n1\n',
  folders: `"/home""/tmp""/home/a"
a/b/ a/b/c/ a/b/file a/copy a/link 
115"b/file""/home/a/b/file"
"/home/a/d"1
2 6067108864
1
`,
  errors: `No such file or directory
No such file or directory
Directory not empty
Invalid argument
No such file or directory
Not a directory
Symbolic link loop
0
`,
  bounds: '64 No space left on device\n1 1 No file descriptors available\n',
  posix: '-1 1 hello 5 ello 0 1 1 -1 1 2 0 -1\n',
  rest: '-1 -1 -1 1\n2000-02-29 00:00:00 Tue 060 1 69\n',
};

for (const [number, [name, stdout]] of Object.entries(expected).entries()) {
  test(`${name}: as on a computer`, async () => {
    assert.deepEqual(await call(number).then((result) => [result.failure, result.stdout]), [undefined, stdout]);
  });
}

test('a program imports nothing for them but what every program may', () => {
  const modules = WebAssembly.Module.imports(module.module).map((entry) => `${entry.module}.${entry.name}`);
  const allowed =
    /^asyncio_host\.(now|run|trace|report)$|^wasi_snapshot_preview1\.(args|environ)_(sizes_)?get$|^wasi_snapshot_preview1\.(clock_time_get|clock_res_get|random_get|proc_exit|fd_close|fd_fdstat_get|fd_read|fd_seek|fd_write)$/;
  assert.deepEqual(
    modules.filter((name) => !allowed.test(name)),
    [],
  );
});
