#pragma once

/// \file
/// How child processes are started. Source: Lib/subprocess.py.

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asyncio {
namespace subprocess {

/// Where a standard stream of a child leads: to the same place as this program's, unless it is told otherwise.
class Redirect {
 public:
  enum class Kind : std::uint8_t { inherit, pipe, standard_output, null_device, descriptor };
  constexpr Redirect() noexcept = default;
  constexpr explicit Redirect(Kind kind) noexcept : kind_(kind) {}
  /// A descriptor of this program, which keeps it.
  constexpr Redirect(int descriptor) noexcept : kind_(Kind::descriptor), descriptor_(descriptor) {}

  constexpr Kind kind() const noexcept { return kind_; }
  constexpr int descriptor() const noexcept { return descriptor_; }

 private:
  Kind kind_ = Kind::inherit;
  int descriptor_ = -1;
};

/// A pipe to this program.
inline constexpr Redirect PIPE{Redirect::Kind::pipe};
/// For stderr_: wherever standard output goes.
inline constexpr Redirect STDOUT{Redirect::Kind::standard_output};
/// /dev/null
inline constexpr Redirect DEVNULL{Redirect::Kind::null_device};

/// Environment variables by their names.
using Environment = std::map<std::string, std::string>;

/// Refers to an environment, or to none.
class EnvironmentRef {
 public:
  constexpr EnvironmentRef() noexcept = default;
  constexpr EnvironmentRef(const Environment& environment) noexcept : environment_(&environment) {}
  constexpr const Environment* get() const noexcept { return environment_; }

 private:
  const Environment* environment_ = nullptr;
};

/// A user or a group of the system, by name or by number. Refers to the name.
class Account {
 public:
  constexpr Account(int id) noexcept : id_(id) {}
  constexpr Account(std::string_view name) noexcept : name_(name) {}
  constexpr Account(const char* name) noexcept : name_(name) {}
  Account(const std::string& name) noexcept : name_(name) {}

  /// Below 0: by its name.
  constexpr int id() const noexcept { return id_; }
  constexpr std::string_view name() const noexcept { return name_; }

 private:
  int id_ = -1;
  std::string_view name_;
};

/// The arguments of a program: `{"-l", path}`, or a vector. No std::initializer_list, which g++ 12 cannot keep in a
/// coroutine.
class Arguments {
 public:
  Arguments() = default;
  Arguments(std::vector<std::string> all) : all_(std::move(all)) {}
  template <std::convertible_to<std::string>... S>
    requires(sizeof...(S) > 0)
  Arguments(const S&... one) {
    all_.reserve(sizeof...(S));
    (all_.emplace_back(one), ...);
  }
  std::vector<std::string> take() && { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace subprocess

/// Options of create_subprocess_exec() and create_subprocess_shell(), which copy what they refer to. Underscores,
/// because <cstdio> has macros of the plain names.
struct SubprocessOptions {
  subprocess::Redirect stdin_ = {};
  subprocess::Redirect stdout_ = {};
  subprocess::Redirect stderr_ = {};
  /// Of the readers of standard output and error. \see StreamOptions
  std::size_t limit = 64 * 1024;
  /// The file that is run, if it is not what the arguments begin with: the program that they say is the name that the
  /// child is told. With a shell: the shell.
  std::optional<std::string_view> executable = {};
  /// The child's working directory; none: this program's.
  std::optional<std::string_view> cwd = {};
  /// All environment variables of the child; none: this program's. Its PATH is where the program is looked for.
  subprocess::EnvironmentRef env = {};
  /// Descriptors beyond the standard ones that the child gets, under the same numbers. All others are closed in it.
  std::span<const int> pass_fds = {};
  /// The child leads a session of its own, without a terminal.
  bool start_new_session = false;
  /// The process group of the child; 0: a new one. None: this program's.
  std::optional<int> process_group = {};
  /// Who the child is; mostly only root may say so. A name that is not known is a std::out_of_range.
  std::optional<subprocess::Account> user = {};
  std::optional<subprocess::Account> group = {};
  /// The child's further groups; none: this program's.
  std::optional<std::span<const subprocess::Account>> extra_groups = {};
  /// Which permissions the files lack that the child makes, as umask(2) takes it; none: as this program's.
  std::optional<int> umask = {};
  /// Signals that this program ignores for the library's sake (SIGPIPE) do in the child what they do by default.
  bool restore_signals = true;
  /// How many bytes each pipe to the child holds; none: as many as the system gives it.
  std::optional<int> pipesize = {};
};

}  // namespace asyncio
