/** A program as a CMake project: the files, by their names. */
import { splitVariables, splitWords } from '../input/words.ts';
import type { RunSettings } from '../drafts/workspace.ts';

/** What of the page a project holds. */
export interface ProjectParts {
  /** Of the library. */
  version: string;
  /** `<print>`, for standard libraries that have none. */
  print: string;
}

export function projectFiles(source: string, settings: RunSettings, parts: ProjectParts): Record<string, string> {
  return {
    'main.cpp': source,
    'CMakeLists.txt': cmakeLists(settings, parts.version),
    'newer/print': parts.print,
    'README.md': readme(settings),
    ...(settings.text === '' ? {} : { 'input.txt': settings.text }),
  };
}

function cmakeLists({ optimisation }: RunSettings, version: string): string {
  return `cmake_minimum_required(VERSION 3.25)
project(program CXX)

# Where asyncio for C++ is: the address of its repository, for git, or the folder of a checkout.
set(ASYNCIO_REPOSITORY "" CACHE STRING "Address of the repository of asyncio for C++")
set(ASYNCIO_SOURCE_DIR "" CACHE PATH "A checkout of asyncio for C++, in place of a download")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE ${optimisation > 0 ? 'Release' : 'Debug'})
endif()

include(FetchContent)
if(ASYNCIO_SOURCE_DIR)
  set(FETCHCONTENT_SOURCE_DIR_ASYNCIO "\${ASYNCIO_SOURCE_DIR}")
endif()
if(NOT ASYNCIO_REPOSITORY AND NOT FETCHCONTENT_SOURCE_DIR_ASYNCIO)
  message(FATAL_ERROR "Say where asyncio for C++ is, by -DASYNCIO_REPOSITORY=ADDRESS or -DASYNCIO_SOURCE_DIR=FOLDER.")
endif()
# The program was written with version ${version}.
FetchContent_Declare(asyncio GIT_REPOSITORY "\${ASYNCIO_REPOSITORY}" GIT_TAG main)
FetchContent_MakeAvailable(asyncio)

add_executable(program main.cpp)
# As in the playground, or what the compiler has of it; <print> also where the standard library has none.
set_target_properties(program PROPERTIES CXX_STANDARD 23 CXX_EXTENSIONS OFF)
target_include_directories(program BEFORE PRIVATE newer)
target_link_libraries(program PRIVATE asyncio::asyncio)
`;
}

function readme({ text, args, env }: RunSettings): string {
  const { variables } = splitVariables(env);
  const words = [
    ...(variables.length > 0 ? ['env', ...variables.map(quoted)] : []),
    'build/program',
    ...splitWords(args).map(quoted),
    ...(text === '' ? [] : ['<', 'input.txt']),
  ];
  return `# A program of the asyncio for C++ playground

It takes CMake 3.25, git, and a compiler of C++20; programs that use \`std::format\`, ranges or more of C++23 take a newer one.

\`\`\`sh
cmake -B build -DASYNCIO_REPOSITORY=ADDRESS   # or -DASYNCIO_SOURCE_DIR=FOLDER, a checkout
cmake --build build
${words.join(' ')}
\`\`\`
`;
}

/** For a shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
