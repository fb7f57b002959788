#pragma once

#include <asyncio/exception_group.hpp>
#include <exception>
#include <string>

#include "scenario.hpp"

/// Whether the error is an E, or a group with an E in it.
template <class E>
bool contains(const std::exception_ptr& error) {
  if (!error) return false;
  try {
    std::rethrow_exception(error);
  } catch (const asyncio::ExceptionGroup& group) {
    for (const std::exception_ptr& leaf : group.leaves())
      if (contains<E>(leaf)) return true;
    return false;
  } catch (const E&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// For people.
std::string describe(const Attempt& attempt);

/// Waits for what has been left to itself: children of this program, and threads that wait for something.
void wait_for_the_rest();
