// A web service whose log lines carry the request's id and user, by context variables, through tasks and callbacks.
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

struct User {
    std::string name;
    std::vector<std::string> roles;
};

static asyncio::ContextVar<int> request_id("request_id", 0);
static asyncio::ContextVar<std::optional<User>> user("user", std::nullopt);
static asyncio::ContextVar<std::vector<std::string>> span("span", std::vector<std::string>());

class Log {
public:
    template <class... Parts>
    static void line(const Parts&... parts) {
        std::ostringstream text;
        (text << ... << parts);
        std::string path;
        for (const std::string& name : span.get()) path += name + ">";
        const auto who = user.get();
        std::printf("%3d %-5s %-18s %s\n", request_id.get(), who ? who->name.c_str() : "-", path.c_str(),
                    text.str().c_str());
    }
};

/* Enters a span for as long as the object lives. */
class Span {
public:
    explicit Span(std::string name) : token(enter(std::move(name))) {}
    ~Span() { span.reset(token); }
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

private:
    static asyncio::Token<std::vector<std::string>> enter(std::string name) {
        auto names = span.get();
        names.push_back(std::move(name));
        return span.set(names);
    }
    asyncio::Token<std::vector<std::string>> token;
};

struct Response {
    int status;
    std::string body;
};
using Handler = std::function<asyncio::Coro<Response>(std::string)>;
using Middleware = std::function<Handler(Handler)>;

asyncio::Coro<std::string> database(std::string query) {
    Span here("db");
    Log::line("begins ", query);
    co_await asyncio::sleep(20ms);
    Log::line("ends ", query);
    co_return "<" + query + ">";
}

asyncio::Coro<Response> profile(std::string) {
    Span here("profile");
    auto [person, orders] = co_await asyncio::gather(database("person"), database("orders"));
    asyncio::get_running_loop().call_later(50ms, [] { Log::line("is cached no longer"); });
    co_return Response{200, person + orders};
}

asyncio::Coro<Response> admin(std::string what) {
    Span here("admin");
    const auto who = user.get();
    for (const auto& role : who->roles)
        if (role == "admin") {
            const std::string rows = co_await database(what);
            co_return Response{200, rows};
        }
    Log::line("is refused");
    co_return Response{403, "no"};
}

Handler authenticated(Handler next) {
    static const std::unordered_map<std::string, User> users = {
        {"t-1", {"ann", {"admin", "user"}}},
        {"t-2", {"bob", {"user"}}},
    };
    // A lambda without captures: what it needs are arguments, which live in the coroutine's frame.
    static const auto check = [](Handler inner, std::string request) -> asyncio::Coro<Response> {
        const auto blank = request.find(' ');
        const auto found = users.find(request.substr(0, blank));
        if (found == users.end()) co_return Response{401, "who are you?"};
        user.set(found->second);
        co_return co_await inner(request.substr(blank + 1));
    };
    return [next](std::string request) { return check(next, std::move(request)); };
}

Handler timed(Handler next) {
    static const auto measure = [](Handler inner, std::string request) -> asyncio::Coro<Response> {
        auto& loop = asyncio::get_running_loop();
        const auto start = loop.time();
        Response response = co_await inner(request);
        const auto took = std::chrono::round<std::chrono::milliseconds>(loop.time() - start);
        Log::line(response.status, " after ", took.count(), " ms: ", response.body);
        co_return response;
    };
    return [next](std::string request) { return measure(next, std::move(request)); };
}

asyncio::Coro<int> serve(Handler handler, int id, std::string request) {
    request_id.set(id);
    const Response response = co_await handler(std::move(request));
    co_return response.status;
}

asyncio::Coro<void> async_main() {
    Handler pages = timed(authenticated(profile));
    Handler secrets = timed(authenticated(admin));

    std::vector<asyncio::Task<int>> requests;
    requests.push_back(asyncio::create_task(serve(pages, 101, "t-1 /me")));
    requests.push_back(asyncio::create_task(serve(pages, 102, "t-9 /me")));
    requests.push_back(asyncio::create_task(serve(secrets, 103, "t-2 budget")));
    co_await asyncio::sleep(5ms);
    requests.push_back(asyncio::create_task(serve(secrets, 104, "t-1 budget")));
    int sum = 0;
    for (int status : co_await asyncio::gather(requests)) sum += status;
    Log::line("sum of the statuses: ", sum);

    // A request of its own context, run from outside of it.
    asyncio::Context context = asyncio::copy_context();
    context.run([] {
        request_id.set(500);
        user.set(User{"cron", {}});
    });
    co_await asyncio::create_task(serve(pages, 501, "t-2 /me"), {.context = context});
    context.run([] { Log::line("is what is left in the context"); });
    co_await asyncio::sleep(100ms);
    Log::line("is outside");
}

int main() {
    asyncio::run(async_main());
}
