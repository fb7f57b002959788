// Subprocesses: what they print, how they end, what happens to a program that is not there.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;
using asyncio::subprocess::DEVNULL;
using asyncio::subprocess::PIPE;
using asyncio::subprocess::STDOUT;

std::string strip(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

Coro<void> talk() {
    auto p = co_await asyncio::create_subprocess_exec("cat", {}, {.stdin_ = PIPE, .stdout_ = PIPE});
    for (const char* line : {"one\n", "two\n"}) {
        p.stdin_().write(line);
        co_await p.stdin_().drain();
        auto back = co_await p.stdout_().readline();
        print("line", strip(back));
    }
    p.stdin_().close();
    auto rest = co_await p.stdout_().read();
    int code = co_await p.wait();
    print("rest", rest.size(), "code", code);
}

Coro<void> refuse(std::string program) {
    try {
        co_await asyncio::create_subprocess_exec(program);
    } catch (const asyncio::OSError& e) {
        print(e.what());
    }
}

Coro<void> async_main() {
    auto p = co_await asyncio::create_subprocess_shell("cat; echo err >&2; exit 3",
                                                       {.stdin_ = PIPE, .stdout_ = PIPE, .stderr_ = PIPE});
    auto first = co_await p.communicate("input");
    print(first.first, strip(first.second), *p.returncode());
    p = co_await asyncio::create_subprocess_shell("echo out; echo err >&2", {.stdout_ = PIPE, .stderr_ = STDOUT});
    auto second = co_await p.communicate();
    auto end = second.first.find('\n');
    print(std::vector<std::string>{second.first.substr(0, end), strip(second.first.substr(end + 1))}, *p.returncode());
    p = co_await asyncio::create_subprocess_shell("cat", {.stdin_ = DEVNULL, .stdout_ = PIPE});
    auto third = co_await p.communicate();
    print("nothing", third.first.size());
    co_await talk();
    p = co_await asyncio::create_subprocess_exec("sleep", {"100"});
    try {
        co_await asyncio::wait_for(p.wait(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("timed out", !p.returncode());
    }
    p.terminate();
    int terminated = co_await p.wait();
    print("terminated", terminated);
    try {
        p.kill();
    } catch (const asyncio::ProcessLookupError&) {
        print("gone");
    }
    co_await refuse("no-such-program");
    co_await refuse("/etc/passwd");
    std::vector<Coro<asyncio::subprocess::Process>> starting;
    for (int n = 0; n < 3; ++n) starting.push_back(asyncio::create_subprocess_shell("exit " + std::to_string(n)));
    auto started = co_await asyncio::gather(std::move(starting));
    std::vector<int> codes;
    for (auto& process : started) {
        int code = co_await process.wait();
        codes.push_back(code);
    }
    print(codes);
}

int main() { asyncio::run(async_main()); }
