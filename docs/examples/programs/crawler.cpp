// A crawler that follows links as it finds them, a task for each page, no more than three pages at a time.
#include <asyncio/asyncio.hpp>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using std::cout;
using std::string;
using std::vector;

struct Page {
  int status = 200;
  string title;
  vector<string> links;
};

class Site {
 public:
  Site() {
    add("/", "Welcome", {"/docs", "/blog", "/contact"});
    add("/docs", "Documentation", {"/docs/install", "/docs/faq", "/"});
    add("/docs/install", "Install", {"/docs", "/downloads"});
    add("/docs/faq", "Questions", {"/contact", "/docs/install"});
    add("/blog", "Blog", {"/blog/first", "/blog/second"});
    add("/blog/first", "First post", {"/blog", "/gone"});
    add("/blog/second", "Second post", {"/blog/first"});
    add("/contact", "Contact", {});
  }

  asyncio::Coro<std::optional<Page>> get(string url) {
    ++open_;
    most_open_ = std::max(most_open_, open_);
    co_await asyncio::sleep(std::chrono::milliseconds(20 + 7 * url.length()));
    --open_;
    auto it = pages_.find(url);
    if (it == pages_.end()) co_return std::nullopt;
    co_return it->second;
  }

  int most_open() const { return most_open_; }

 private:
  void add(const string& url, const string& title, const vector<string>& links) {
    Page page;
    page.title = title;
    page.links = links;
    pages_.insert({url, page});
  }

  std::unordered_map<string, Page> pages_;
  int open_ = 0;
  int most_open_ = 0;
};

class Crawler {
 public:
  Crawler(Site& site, int at_once) : site_(site), slots_(at_once) {}

  asyncio::Coro<void> crawl(string start) {
    co_await asyncio::with(group_, [this, &start](asyncio::TaskGroup&) -> asyncio::Coro<void> {
      follow(start, 0);
      co_return;
    });
  }

  void print_report() const {
    cout << std::left << std::setw(18) << "url" << std::right << std::setw(6) << "depth" << std::setw(7) << "links"
         << "\n";
    for (const auto& line : lines_) {
      cout << std::left << std::setw(18) << line.url << std::right << std::setw(6) << line.depth << std::setw(7);
      if (line.links < 0) {
        cout << "dead";
      } else {
        cout << line.links;
      }
      cout << "\n";
    }
  }

 private:
  struct Line {
    string url;
    int depth;
    int links;
  };

  void follow(const string& url, int depth) {
    if (seen_.count(url) != 0) return;
    seen_.insert(url);
    group_.create_task(visit(url, depth), {.name = url});
  }

  asyncio::Coro<void> visit(string url, int depth) {
    std::optional<Page> page;
    {
      auto slot = co_await slots_.scoped_lock();
      page = co_await site_.get(url);
    }
    if (!page) {
      lines_.push_back({url, depth, -1});
      co_return;
    }
    lines_.push_back({url, depth, static_cast<int>(page->links.size())});
    for (const string& link : page->links) follow(link, depth + 1);
  }

  Site& site_;
  asyncio::Semaphore slots_;
  asyncio::TaskGroup group_;
  std::unordered_set<string> seen_;
  vector<Line> lines_;
};

asyncio::Coro<int> async_main() {
  Site site;
  Crawler crawler(site, 3);
  co_await crawler.crawl("/");
  crawler.print_report();
  cout << "at most " << site.most_open() << " pages at a time" << std::endl;
  co_return 0;
}

int main() { return asyncio::run(async_main()); }
