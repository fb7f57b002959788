/** web::WebSocket, in Chromium. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, runWeb, server, useBrowserAndServer } from './web-run.ts';

useBrowserAndServer();

const show = `
  auto show = [](const std::optional<web::Message>& message) {
    if (!message) return std::println("end");
    std::print("{}", message->type == web::MessageType::text ? "text" : "binary");
    for (unsigned char byte : message->data) std::print(" {}", byte);
    std::println("");
  };`;

test('text and bytes go there and back', async () => {
  const lines = await linesOf(`${show}
    using namespace std::string_literals;
    auto socket = co_await web::WebSocket::connect("echo", {"chat"});
    std::println("{} {}", socket.protocol(), socket.close_code().has_value());
    co_await socket.send("hi");
    co_await socket.send("\\0\\xff"s, web::MessageType::binary);
    show(co_await socket.receive());
    show(co_await socket.receive());
    socket.close(3000, "done");
    co_await socket.wait_closed();
    std::println("{} {}", *socket.close_code(), socket.close_reason());
    show(co_await socket.receive());
    co_await fails(socket.send("late"));`);
  const url = 'echo';
  assert.deepEqual(lines, [
    'chat false',
    'text 104 105',
    'binary 0 255',
    '3000 done',
    'end',
    `asyncio::web::NetworkError: the WebSocket to ${url} is closed (3000 done)`,
  ]);
});

test('what came before the end is received, and then the end', async () => {
  const lines = await linesOf(`${show}
    auto socket = co_await web::WebSocket::connect("talk");
    co_await socket.wait_closed();
    auto messages = socket.messages();
    ASYNCIO_FOR(message, messages) show(message);
    show(co_await socket.receive());
    std::println("{} {}", *socket.close_code(), socket.close_reason());`);
  assert.deepEqual(lines, ['text 111 110 101', 'binary 2 0 2', 'text', 'end', '4001 enough']);
});

test('a message goes to the one that waits longest, and none is lost by a cancellation', async () => {
  const lines = await linesOf(`${show}
    auto socket = co_await web::WebSocket::connect("held/turns");
    auto first = asyncio::create_task(socket.receive());
    auto second = asyncio::create_task(socket.receive());
    co_await asyncio::sleep(0s);
    first.cancel();
    co_await asyncio::wait(first);
    co_await web::fetch("release/turns");
    show(co_await second);
    std::println("{}", first.cancelled());`);
  assert.deepEqual(lines, ['text 114 101 108 101 97 115 101 100', 'true']);
});

test('the destructor closes, and ends what still waits', async () => {
  const lines = await linesOf(`${show}
    asyncio::Task<std::optional<web::Message>> waiting;
    {
      auto socket = co_await web::WebSocket::connect("held/destroyed");
      waiting = asyncio::create_task(socket.receive());
      co_await asyncio::sleep(0s);
    }
    show(co_await waiting);
    co_await web::fetch("left/destroyed");`);
  assert.deepEqual(lines, ['end']);
});

test('a connection that is cancelled or left behind is dropped', async () => {
  const lines = await linesOf(
    `
    auto connecting = asyncio::create_task(web::WebSocket::connect("never"));
    co_await asyncio::sleep(0s);
    connecting.cancel();
    co_await asyncio::wait(connecting);
    std::println("{}", connecting.cancelled());`,
    { stuckSockets: true },
  );
  assert.deepEqual(lines, ['closed', 'true']);
  const { exitCode } = await runWeb(`
    auto socket = co_await web::WebSocket::connect("held/exited");
    std::exit(3);`);
  assert.equal(exitCode, 3);
  await server.left('exited');
});

test('what goes wrong says what and where', async () => {
  const lines = await linesOf(`
    auto lost = co_await web::WebSocket::connect("cut");
    co_await lost.send("now");
    co_await lost.wait_closed();
    std::println("{}", *lost.close_code());
    co_await fails(web::WebSocket::connect("ws://localhost:1/"));
    co_await fails(web::WebSocket::connect("secret"));
    co_await fails(web::WebSocket::connect("echo", {"no protocol"}));
    auto socket = co_await web::WebSocket::connect("echo");
    try { socket.close(1001); } catch (const std::invalid_argument& error) { std::println("{}", error.what()); }
    socket.close();
    co_await fails(socket.send("late"));`);
  const secret = `${server.url.replace('http', 'ws')}secret`;
  assert.deepEqual(lines, [
    '1006',
    'asyncio::web::NetworkError: WebSocket: ws://localhost:1/: no connection',
    `asyncio::PermissionError: WebSocket: ${secret}: not for programs`,
    "std::invalid_argument: WebSocket: Failed to construct 'WebSocket': The subprotocol 'no protocol' is invalid.",
    'close(): the code must be 1000 or 3000 to 4999, not 1001',
    'asyncio::web::NetworkError: the WebSocket to echo is being closed: nothing more can be sent',
  ]);
});

test('send() waits while much waits to leave, and sends nothing when it is cancelled there', async () => {
  const lines = await linesOf(
    `
    auto socket = co_await web::WebSocket::connect("stuck");
    const std::string chunk(48 * 1024, '.');
    co_await socket.send(chunk);
    co_await socket.send(chunk);
    auto cancelled = asyncio::create_task(socket.send("never"));
    auto third = asyncio::create_task(socket.send(chunk));
    co_await asyncio::sleep(0s);
    std::println("{} {}", cancelled.done(), third.done());
    cancelled.cancel();
    co_await web::fetch("hello");
    co_await third;
    std::println("{}", cancelled.cancelled());`,
    { stuckSockets: true },
  );
  assert.deepEqual(lines, ['false false', 'true', 'closed']);
});

test('virtual time stands still while a connection is opened, and goes on while a message is awaited', async () => {
  const lines = await linesOf(
    `
    auto socket = co_await asyncio::wait_for(web::WebSocket::connect("held/quiet"), 1ns);
    const auto before = asyncio::get_running_loop().time();
    try { co_await asyncio::wait_for(socket.receive(), 1h); }
    catch (const asyncio::TimeoutError&) { std::println("{}", asyncio::get_running_loop().time() - before == 1h); }`,
    { clock: 'virtual' },
  );
  assert.deepEqual(lines, ['true']);
});
