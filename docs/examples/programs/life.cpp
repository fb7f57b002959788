// Conway's game of life, a task for each band of rows; a barrier keeps them in step, its leader draws.
#include <asyncio/asyncio.hpp>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

template <int Width, int Height>
class Board {
  static_assert(Width > 2 && Height > 2);

public:
  typedef std::array<std::array<bool, Width>, Height> Cells;

  static constexpr int width() { return Width; }
  static constexpr int height() { return Height; }

  void put(int x, int y, const std::vector<std::string>& pattern) {
    for (int dy = 0; dy < (int)pattern.size(); ++dy)
      for (int dx = 0; dx < (int)pattern[dy].size(); ++dx)
        if (pattern[dy][dx] == 'O') current()[wrap(y + dy, Height)][wrap(x + dx, Width)] = true;
  }

  void compute(int first_row, int last_row) {
    for (int y = first_row; y < last_row; ++y)
      for (int x = 0; x < Width; ++x) {
        int n = neighbours(x, y);
        next()[y][x] = n == 3 || (n == 2 && current()[y][x]);
      }
  }

  void turn() {
    which = 1 - which;
    ++generation;
  }

  int alive() const {
    int count = 0;
    for (auto& row : cells[which])
      for (bool cell : row) count += cell ? 1 : 0;
    return count;
  }

  int generation = 0;

  template <int W, int H>
  friend std::ostream& operator<<(std::ostream&, const Board<W, H>&);

private:
  static int wrap(int i, int n) { return ((i % n) + n) % n; }

  int neighbours(int x, int y) {
    int n = 0;
    for (int dy : {-1, 0, 1})
      for (int dx : {-1, 0, 1})
        if (dx != 0 || dy != 0) n += current()[wrap(y + dy, Height)][wrap(x + dx, Width)];
    return n;
  }

  Cells& current() { return cells[which]; }
  Cells& next() { return cells[1 - which]; }

  std::array<Cells, 2> cells{};
  int which = 0;
};

template <int W, int H>
std::ostream& operator<<(std::ostream& out, const Board<W, H>& board) {
  out << "generation " << board.generation << ", " << board.alive() << " alive\n";
  for (const auto& row : board.cells[board.which]) {
    for (bool cell : row) out << (cell ? "O" : ".");
    out << "\n";
  }
  return out;
}

template <class B>
asyncio::Coro<void> band(B& board, asyncio::Barrier& barrier, int first, int last, int generations) {
  for (int i = 0; i < generations; ++i) {
    board.compute(first, last);
    // Bands of many rows take longer.
    co_await asyncio::sleep(std::chrono::milliseconds(last - first));
    int place = co_await barrier.wait();
    if (place == 0) {
      board.turn();
      if (board.generation % 8 == 0) std::cout << board;
    }
    // Nobody computes before the board has been turned.
    co_await barrier.wait();
  }
}

template <class B>
asyncio::Coro<void> watch(B& board, asyncio::Barrier& barrier, int limit) {
  // Ends the game by breaking the barrier.
  while (board.alive() <= limit) co_await asyncio::sleep(std::chrono::milliseconds(1));
  std::cout << "too many!\n";
  co_await barrier.abort();
}

asyncio::Coro<void> async_main() {
  typedef Board<12, 8> MyBoard;
  MyBoard board;
  board.put(1, 0, {".O.", "..O", "OOO"});
  board.put(7, 4, {"OOO"});
  std::cout << board;

  const int bands[][2] = {{0, 3}, {3, 5}, {5, 8}};
  asyncio::Barrier barrier(3);
  co_await asyncio::with(asyncio::TaskGroup(), [&](auto& tasks) -> asyncio::Coro<void> {
    for (auto& [first, last] : bands) tasks.create_task(band(board, barrier, first, last, 8));
    co_return;
  });

  board.put(4, 4, {"OOOO", "O..O"});
  auto watching = asyncio::create_task(watch(board, barrier, 13));
  try {
    std::vector<asyncio::Coro<void>> all;
    for (auto& rows : bands) all.push_back(band(board, barrier, rows[0], rows[1], 1000));
    co_await asyncio::gather(std::move(all));
  } catch (const asyncio::BrokenBarrierError&) {
    std::cout << "stopped in generation " << board.generation << "\n";
  }
  co_await watching;
}

int main() {
  asyncio::run(async_main());
  return EXIT_SUCCESS;
}
