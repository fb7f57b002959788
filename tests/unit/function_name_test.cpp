#include <asyncio/coro.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

using asyncio::detail::function_name;
using Here = std::source_location;

// Functions of every kind, outside of an anonymous namespace, whose name the compilers spell differently.

Here plain_function() { return Here::current(); }
Here takes_parameters(int, const std::string&, void (*)(int)) { return Here::current(); }
const Here& returns_reference(Here&& here = Here::current()) {
  static Here kept;
  return kept = here = Here::current();
}
Here lambda_like_name() { return Here::current(); }
template <class F>
Here takes_anything(F) {
  return Here::current();
}
auto deduced_return() { return Here::current(); }

namespace outer::inner {
Here in_namespace() { return Here::current(); }
struct Client {
  Here fetch(int) { return Here::current(); }
  Here fetch_const() const noexcept { return Here::current(); }
  static Here make() { return Here::current(); }
  Here operator()(int) { return Here::current(); }
  struct Nested {
    Here deep() { return Here::current(); }
  };
};
}  // namespace outer::inner

template <class T>
struct Box {
  Here get() { return Here::current(); }
};

namespace {
Here in_anonymous_namespace() { return Here::current(); }
}  // namespace

TEST_CASE("A function's name is told without its return type and parameters") {
  CHECK(function_name(plain_function()) == "plain_function");
  CHECK(function_name(takes_parameters(1, "", nullptr)) == "takes_parameters");
  CHECK(function_name(returns_reference()) == "returns_reference");
  CHECK(function_name(deduced_return()) == "deduced_return");
}

TEST_CASE("A name keeps its namespaces and classes") {
  outer::inner::Client client;
  CHECK(function_name(outer::inner::in_namespace()) == "outer::inner::in_namespace");
  CHECK(function_name(client.fetch(1)) == "outer::inner::Client::fetch");
  CHECK(function_name(client.fetch_const()) == "outer::inner::Client::fetch_const");
  CHECK(function_name(outer::inner::Client::make()) == "outer::inner::Client::make");
  CHECK(function_name(outer::inner::Client::Nested().deep()) == "outer::inner::Client::Nested::deep");
}

TEST_CASE("The call operator of a class is told by name") {
  outer::inner::Client client;
  CHECK(function_name(client(1)) == "outer::inner::Client::operator()");
}

TEST_CASE("A template's name is told without its arguments' text behind it") {
  CHECK(function_name(takes_anything(1)) == "takes_anything");
  const std::string method(function_name(Box<int>().get()));
  // g++ writes the parameter's name there, clang the argument.
  CHECK((method == "Box<T>::get" || method == "Box<int>::get"));
}

TEST_CASE("A lambda is called a lambda") {
  const auto lambda = [](int) { return Here::current(); };
  CHECK(function_name(lambda(1)) == "<lambda>");
  const auto generic = [](auto) { return Here::current(); };
  CHECK(function_name(generic(1)) == "<lambda>");
}

TEST_CASE("A function that takes a lambda, or has the word in its name, is no lambda") {
  CHECK(function_name(takes_anything([] {})) == "takes_anything");
  CHECK(function_name(lambda_like_name()) == "lambda_like_name");
}

TEST_CASE("A function of an anonymous namespace has the same name with every compiler") {
  CHECK(function_name(in_anonymous_namespace()) == "in_anonymous_namespace");
}

TEST_CASE("A file's name is told without its folders") {
  CHECK(asyncio::detail::file_name(plain_function()) == "function_name_test.cpp");
}
