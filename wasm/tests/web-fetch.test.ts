/** web::fetch(), in Chromium. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './support.ts';
import { linesOf, runWeb, server, useBrowserAndServer } from './web-run.ts';

useBrowserAndServer();

test('an answer has a head, and a body as text or byte for byte', async () => {
  const lines = await linesOf(`
    auto hello = co_await web::fetch("hello");
    std::println("{} {} {} {}", hello.status, hello.status_text, hello.ok(), hello.url);
    std::println("{} {}", hello.headers.get("x-GREETING").value_or("none"), hello.headers.get("x-other").has_value());
    std::println("{}", co_await hello.text());
    auto again = co_await web::fetch("moved");
    std::println("{} {}", again.url, (co_await again.bytes()).size());
    std::string bytes = co_await (co_await web::fetch("bytes")).bytes();
    for (unsigned char byte : bytes) std::print("{} ", byte);
    std::println("");`);
  const { url } = server;
  assert.deepEqual(lines, [
    `200 OK true ${url}hello`,
    'hi false',
    'Grüße',
    // Three of them are the byte order mark.
    `${url}hello 10`,
    '0 255 254 10 ',
  ]);
});

test('a status that says of no success is no error', async () => {
  const lines = await linesOf(`
    auto response = co_await web::fetch("nowhere");
    std::println("{} {} {}", response.status, response.ok(), co_await response.text());`);
  assert.deepEqual(lines, ['404 false nothing here']);
});

test('a request has a method, a header and a body of any bytes', async () => {
  const lines = await linesOf(`
    using namespace std::string_literals;
    auto response = co_await web::fetch("echo", {.method = "PUT", .headers = {{"X-Name", "me"}}, .body = "a\\0\\xff"s});
    std::println("{}", co_await response.text());`);
  assert.deepEqual(lines, ['PUT me 6100ff']);
});

test('two requests are under way at a time', async () => {
  const lines = await linesOf(`
    auto first = asyncio::create_task(web::fetch("held/pair"));
    co_await web::fetch("arrived/pair");
    co_await web::fetch("release/pair");
    auto body = (co_await first).text();
    std::println("{}", co_await body);
    auto a = [](std::string url) -> Coro<std::string> { co_return co_await (co_await web::fetch(url)).text(); };
    auto [one, two] = co_await asyncio::gather(a("hello"), a("held/pair"));
    std::println("{} {}", one, two);`);
  assert.deepEqual(lines, ['pair', 'Grüße pair']);
});

test('cancelling aborts the request, before the head and in the body', async () => {
  const lines = await linesOf(`
    auto head = asyncio::create_task(web::fetch("held/head"));
    co_await web::fetch("arrived/head");
    head.cancel();
    co_await asyncio::wait(head);
    std::println("{}", head.cancelled());
    co_await web::fetch("left/head");
    auto response = co_await web::fetch("half/body");
    auto body = asyncio::create_task(response.text());
    co_await asyncio::sleep(0s);
    body.cancel();
    co_await asyncio::wait(body);
    std::println("{}", body.cancelled());
    co_await web::fetch("left/body");`);
  assert.deepEqual(lines, ['true', 'true']);
});

test('a response that is dropped, and a program that ends, leave no request behind', async () => {
  await linesOf(`
    { auto response = co_await web::fetch("half/dropped"); }
    co_await web::fetch("left/dropped");
    auto pending = asyncio::create_task(web::fetch("held/returned"));
    co_await web::fetch("arrived/returned");`);
  await server.left('returned');
  const { exitCode } = await runWeb(`
    auto pending = asyncio::create_task(web::fetch("held/exited"));
    co_await web::fetch("arrived/exited");
    std::exit(3);`);
  assert.equal(exitCode, 3);
  await server.left('exited');
});

test('what goes wrong says what and where', async () => {
  const lines = await linesOf(`
    co_await fails(web::fetch("broken"));
    co_await fails(web::fetch("secret"));
    co_await fails(web::fetch("http://"));
    co_await fails(web::fetch("hello", {.method = "GET", .body = "body"}));
    co_await fails(web::fetch("hello", {.headers = {{"no name", ""}}}));
    auto response = co_await web::fetch("hello");
    co_await response.text();
    co_await fails(response.bytes());
    try { co_await web::fetch("broken"); } catch (const asyncio::OSError&) { std::println("an OSError"); }`);
  const { url } = server;
  assert.deepEqual(lines, [
    `asyncio::web::NetworkError: fetch(): ${url}broken: Failed to fetch`,
    `asyncio::PermissionError: fetch(): ${url}secret: not for programs, as main.cpp:19 asks`,
    'std::invalid_argument: fetch(): "http://" is no address',
    "std::invalid_argument: fetch(): Failed to construct 'Request': Request with GET/HEAD method cannot have body.",
    "std::invalid_argument: fetch(): Failed to construct 'Request': Invalid name",
    'asyncio::InvalidStateError: the body of this response was read before',
    'an OSError',
  ]);
});

test('an error that nobody catches ends the program and is told', async () => {
  const { failure, exitCode } = await runWeb('co_await web::fetch("secret");');
  assert.deepEqual(
    [exitCode, failure],
    [
      1,
      {
        kind: 'exception',
        type: 'asyncio::PermissionError',
        message: `fetch(): ${server.url}secret: not for programs, as main.cpp:17 asks`,
      },
    ],
  );
});

test('virtual time stands still while an answer is awaited, and goes on after', async () => {
  const lines = await linesOf(
    `
    auto response = co_await asyncio::wait_for(web::fetch("hello"), 1ns);
    std::println("{}", co_await asyncio::wait_for(response.text(), 1ns));
    co_await asyncio::sleep(1h);
    std::println("an hour later");`,
    { clock: 'virtual' },
  );
  assert.deepEqual(lines, ['Grüße', 'an hour later']);
});

test('a timer fires in time while an answer is awaited', async () => {
  const lines = await linesOf(`
    try { co_await asyncio::wait_for(web::fetch("held/late"), 1ms); }
    catch (const asyncio::TimeoutError&) { std::println("timeout"); }
    co_await web::fetch("left/late");`);
  assert.deepEqual(lines, ['timeout']);
});

test('a program that waits for itself is still told of its deadlock, once no answer is awaited', async () => {
  const { failure } = await runWeb(`
    auto response = co_await web::fetch("half/open");
    co_await asyncio::get_running_loop().create_future<int>();`);
  assert.equal(failure?.kind, 'deadlock');
});

test('where nothing can arrive, the program is told so', async () => {
  const { failure } = await run(
    '#include <asyncio/web.hpp>\nint main() { asyncio::run(asyncio::web::fetch("http://localhost/")); }',
  );
  assert.deepEqual(
    [failure?.type, failure?.message],
    [
      'asyncio::NotSupportedError',
      'fetch() is not supported: this JavaScript engine has no JSPI (WebAssembly.Suspending), without which nothing can arrive meanwhile',
    ],
  );
});
