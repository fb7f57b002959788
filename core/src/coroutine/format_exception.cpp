#include "coroutine/format_exception.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "asyncio/detail/coroutine/call.hpp"
#include "asyncio/exception_group.hpp"
#include "asyncio/exceptions.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {
namespace {

/// How many errors of a group, groups in groups and causes of causes are told.
constexpr std::size_t widest = 15;
constexpr std::size_t deepest = 10;
/// How often the same line is told in a row.
constexpr std::size_t most_repeated = 3;

/// The text of a traceback's frames, the outermost first, without the library's own.
class FrameLines {
 public:
  explicit FrameLines(const Traceback& traceback) {
    const auto& frames = traceback.frames();
    for (std::size_t i = frames.size(); i-- > 0;) {
      if (i + 1 == Traceback::kept_innermost && traceback.omitted() > 0) {
        end_repetition();
        text_ += "  [" + std::to_string(traceback.omitted()) + " more coroutines]\n";
      }
      add(frames[i], i == 0);
    }
    end_repetition();
  }
  std::string take() { return std::move(text_); }

 private:
  void add(const Traceback::Frame& frame, bool innermost) {
    if (!frame.task.empty()) task_ = frame.task;
    if (is_library_file(frame.where)) return;
    std::string line = std::string("  File \"") + frame.where.file_name() + "\", line " +
                       std::to_string(frame.where.line()) + ", in " + std::string(function_name(frame.where));
    if (!task_.empty()) line += " (task '" + std::exchange(task_, {}) + "')";
    // The line of a throw is not known, only that of the await before it.
    if (innermost) line += " (thrown here or later)";
    add(std::move(line));
  }

  void add(std::string line) {
    if (line != last_) {
      end_repetition();
      last_ = std::move(line);
    }
    if (++repeated_ <= most_repeated) text_ += last_ + '\n';
  }

  void end_repetition() {
    if (repeated_ > most_repeated) {
      const std::size_t more = repeated_ - most_repeated;
      text_ += "  [Previous line repeated " + std::to_string(more) + " more time" + (more == 1 ? "]\n" : "s]\n");
    }
    repeated_ = 0;
    last_.clear();
  }

  std::string text_;
  std::string last_;
  std::size_t repeated_ = 0;
  /// Whose outermost coroutine was the library's: the next one tells.
  std::string task_;
};

/// What `error` was thrown in place of, or null.
std::exception_ptr cause_of(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::nested_exception& nested) {
    return nested.nested_ptr();
  } catch (...) {
    return nullptr;
  }
}

/// Writes exceptions, groups as trees.
class Formatter {
 public:
  void format(const std::exception_ptr& error, const TracebackRef& traceback, std::size_t causes = 0) {
    if (const std::exception_ptr cause = causes < deepest ? cause_of(error) : nullptr) {
      format(cause, nullptr, causes + 1);
      emit("\nThe above exception was the direct cause of the following exception:\n\n");
    }
    const std::string frames = traceback ? FrameLines(*traceback).take() : std::string();
    if (const auto group = as_group(error)) return format_group(*group, type_name(error), frames);
    if (!frames.empty()) emit("Traceback (most recent call last):\n" + frames);
    emit(describe(error) + '\n');
  }
  std::string take() {
    text_.pop_back();
    return std::move(text_);
  }

 private:
  void format_group(const ExceptionGroup& group, const std::string& type, const std::string& frames) {
    if (depth_ > deepest) return emit("... (max_group_depth is " + std::to_string(deepest) + ")\n");
    const bool outermost = depth_ == 0;
    if (outermost) ++depth_;
    if (!frames.empty()) {
      emit("Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
      emit(frames);
    }
    emit(type + ": " + group.summary() + '\n');
    format_members(group);
    if (outermost) depth_ = 0;
  }

  void format_members(const ExceptionGroup& group) {
    const auto& errors = group.exceptions();
    const std::size_t shown = std::min(errors.size(), widest + 1);
    needs_end_ = false;
    for (std::size_t i = 0; i < shown; ++i) {
      // Of a group in the last place, its own last error ends both.
      if (i + 1 == shown) needs_end_ = true;
      const std::string title = i < widest ? std::to_string(i + 1) : "...";
      text_ += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " + title + " ----------------\n";
      ++depth_;
      if (i < widest) {
        format(errors[i], traceback_of_member(group, i));
      } else {
        const std::size_t more = errors.size() - widest;
        emit("and " + std::to_string(more) + " more exception" + (more == 1 ? "\n" : "s\n"));
      }
      if (i + 1 == shown && std::exchange(needs_end_, false))
        text_ += indent() + "+------------------------------------\n";
      --depth_;
    }
  }

  std::string indent() const { return std::string(2 * depth_, ' '); }

  /// Writes lines, each of which ends with a line feed; in a group with its margin.
  void emit(std::string_view lines, char margin = '|') {
    if (depth_ == 0) {
      text_ += lines;
      return;
    }
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n') + 1;
      text_ += indent() + margin + ' ';
      text_ += lines.substr(0, end);
      lines.remove_prefix(end);
    }
  }

  std::string text_;
  std::size_t depth_ = 0;
  bool needs_end_ = false;
};

}  // namespace

std::string format_exception(const std::exception_ptr& error, const TracebackRef& traceback) {
  if (!error) return {};
  Formatter formatter;
  formatter.format(error, traceback);
  return formatter.take();
}

void print_uncaught(const std::exception_ptr& error) noexcept {
  const TracebackRef traceback = traceback_of(error);
  if (!traceback) return;
  forget_exception();
  const std::string text = best_effort_text([&] { return format_exception(error, traceback); });
  // What the program printed before must not appear after.
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", text.c_str());
}

}  // namespace asyncio::detail
