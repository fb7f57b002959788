# Google Benchmark: the field's benchmark library; FETCHCONTENT_SOURCE_DIR_BENCHMARK names a copy where there is no network.
include(FetchContent)
set(source URL https://github.com/google/benchmark/archive/refs/tags/v1.9.1.tar.gz)

if(NOT EMSCRIPTEN)
  set(BENCHMARK_ENABLE_TESTING OFF CACHE BOOL "" FORCE)
  set(BENCHMARK_ENABLE_INSTALL OFF CACHE BOOL "" FORCE)
  set(BENCHMARK_ENABLE_WERROR OFF CACHE BOOL "" FORCE)
  FetchContent_Declare(benchmark ${source})
  FetchContent_MakeAvailable(benchmark)
  set_target_properties(benchmark PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  return()
endif()

# Its own build asks the compiler thirty questions, each of which takes Emscripten a second. A folder without a CMakeLists.txt
# keeps CMake from it.
FetchContent_Declare(benchmark ${source} SOURCE_SUBDIR include)
FetchContent_MakeAvailable(benchmark)
file(GLOB sources ${benchmark_SOURCE_DIR}/src/*.cc)
list(FILTER sources EXCLUDE REGEX "/benchmark_main\\.cc$")
add_library(benchmark STATIC ${sources})
add_library(benchmark::benchmark ALIAS benchmark)
set_target_properties(benchmark PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
target_compile_features(benchmark PUBLIC cxx_std_17)
target_include_directories(benchmark PUBLIC ${benchmark_SOURCE_DIR}/include PRIVATE ${benchmark_SOURCE_DIR}/src)
target_compile_definitions(benchmark
  PUBLIC BENCHMARK_STATIC_DEFINE
  PRIVATE HAVE_STD_REGEX HAVE_STEADY_CLOCK "BENCHMARK_VERSION=\"v1.9.1\"")
add_library(benchmark_main STATIC ${benchmark_SOURCE_DIR}/src/benchmark_main.cc)
add_library(benchmark::benchmark_main ALIAS benchmark_main)
target_link_libraries(benchmark_main PUBLIC benchmark)
