#include "texts.hpp"

#include <algorithm>
#include <array>
#include <asyncio/exception_group.hpp>
#include <asyncio/exceptions.hpp>
#include <stdexcept>

using namespace asyncio;

namespace {

/// What is caught of an exception: Python's name of its type, and its message.
struct Caught {
  std::string type;
  std::string message = {};
  bool says_message = true;
};

/// The exception that is being handled.
Caught current() {
  try {
    throw;
  } catch (const CancelledError& e) {
    return {"CancelledError", e.message().value_or("")};
  } catch (const GeneratorExit&) {
    return {"GeneratorExit"};
  } catch (const KeyboardInterrupt&) {
    return {"KeyboardInterrupt", {}, false};
  } catch (const SystemExit&) {
    return {"SystemExit", {}, false};
  } catch (const InvalidStateError&) {
    return {"InvalidStateError", {}, false};
  } catch (const TimeoutError& e) {
    // The library's own words stand for Python's empty text.
    return {"TimeoutError", std::string(e.what()) == TimeoutError().what() ? "" : e.what()};
  } catch (const QueueEmpty&) {
    return {"QueueEmpty"};
  } catch (const QueueFull&) {
    return {"QueueFull"};
  } catch (const QueueShutDown&) {
    return {"QueueShutDown"};
  } catch (const BrokenBarrierError& e) {
    return {"BrokenBarrierError", e.what()};
  } catch (const DeadlockError&) {
    return {"Deadlock", "deadlock: nothing is ready, no timer is set"};
  } catch (const std::invalid_argument& e) {
    return {"ValueError", e.what()};
  } catch (const std::out_of_range& e) {
    return {"LookupError", e.what()};
  } catch (const std::logic_error& e) {
    return {"TypeError", e.what()};
  } catch (const std::runtime_error& e) {
    return {"RuntimeError", e.what()};
  } catch (const std::exception& e) {
    return {"unknown", e.what()};
  }
}

Caught caught(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (...) {
    return current();
  }
}

std::string describe_group(const ExceptionGroup& group) {
  std::string text;
  for (const std::exception_ptr& error : group.exceptions()) text += (text.empty() ? "" : ", ") + describe(error);
  return "Group(" + group.message() + ": " + text + ")";
}

bool is_group(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

std::exception_ptr make_error(const std::string& kind, const std::string& message) {
  if (kind == "ValueError") return std::make_exception_ptr(std::invalid_argument(message));
  if (kind == "RuntimeError") return std::make_exception_ptr(std::runtime_error(message));
  if (kind == "LookupError") return std::make_exception_ptr(std::out_of_range(message));
  if (kind == "TimeoutError") return std::make_exception_ptr(TimeoutError(message));
  if (kind == "CancelledError") return std::make_exception_ptr(CancelledError(message));
  if (kind == "KeyboardInterrupt") return std::make_exception_ptr(KeyboardInterrupt(message));
  if (kind == "SystemExit") return std::make_exception_ptr(SystemExit());
  throw std::invalid_argument("no such kind of exception: " + kind);
}

bool matches(const std::string& kind, const std::exception_ptr& error) {
  if (kind == "BaseException") return true;
  if (is_group(error)) return kind == "Exception";
  const std::string type = caught(error).type;
  if (kind == "Exception") {
    const std::array bases{"CancelledError", "GeneratorExit", "KeyboardInterrupt", "SystemExit"};
    return std::find(bases.begin(), bases.end(), type) == bases.end();
  }
  if (kind == "RuntimeError" && type == "BrokenBarrierError") return true;
  return kind == type;
}

std::string describe(const std::exception_ptr& error, bool with_message) {
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    return describe_group(group);
  } catch (...) {
    const Caught it = current();
    if (!it.says_message || (it.type == "CancelledError" && !with_message)) return it.type;
    return it.type + '(' + it.message.substr(0, it.message.find('<')) + ')';
  }
}

std::string report_text(const std::string& message) {
  for (const char* words : {"Exception in callback", "exception in shielded future", "exception was never retrieved"})
    if (message.find(words) != message.npos) return words;
  std::string text = message.substr(0, message.find_first_of("<'"));
  while (text.ends_with(' ')) text.pop_back();
  return text;
}
