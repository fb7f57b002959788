// @ts-check
/** How the library is built here: what takes time is the headers, so many sources a translation unit. clang-tidy, in the suite
 * `lint`, sees each by itself, and what it forgets to include. */
export const quickly = {
  CMAKE_UNITY_BUILD: 'ON',
  CMAKE_UNITY_BUILD_BATCH_SIZE: '24',
  CMAKE_CXX_COMPILER_LAUNCHER: 'ccache',
};

/** The same for CMake's command line. */
export const quicklyArgs = Object.entries(quickly).map(([name, value]) => `-D${name}=${value}`);
