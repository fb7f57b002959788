#pragma once

/// \file
/// An intrusive doubly linked list: nodes live in frames and states, linking never allocates, unlinking needs no list.

namespace asyncio::detail {

/// A member of at most one list. Unlinks itself when destroyed, so that a frame that dies takes its nodes along.
class ListNode {
 public:
  ListNode() noexcept = default;
  ListNode(const ListNode&) = delete;
  ListNode& operator=(const ListNode&) = delete;
  ~ListNode() { unlink(); }

  bool linked() const noexcept { return next_ != nullptr; }

  void unlink() noexcept {
    if (!next_) return;
    prev_->next_ = next_;
    next_->prev_ = prev_;
    next_ = prev_ = nullptr;
  }

 protected:
  /// Takes the place of `other` in its list, if it is in one. \pre this is in none
  void replace(ListNode& other) noexcept {
    if (!other.next_) return;
    link_before(other);
    other.unlink();
  }

 private:
  template <class Node>
  friend class List;

  void link_before(ListNode& place) noexcept {
    prev_ = place.prev_;
    next_ = &place;
    prev_->next_ = this;
    place.prev_ = this;
  }

  ListNode* next_ = nullptr;
  ListNode* prev_ = nullptr;
};

/// A FIFO of nodes that others own. \tparam Node derives from ListNode.
template <class Node>
class List {
 public:
  List() noexcept { head_.next_ = head_.prev_ = &head_; }
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  ~List() {
    while (!empty()) head_.next_->unlink();
    head_.next_ = head_.prev_ = nullptr;
  }

  bool empty() const noexcept { return head_.next_ == &head_; }
  Node* front() const noexcept { return empty() ? nullptr : static_cast<Node*>(head_.next_); }
  Node* back() const noexcept { return empty() ? nullptr : static_cast<Node*>(head_.prev_); }
  /// The node behind `node`, or null at the end.
  Node* after(const Node& node) const noexcept {
    auto* next = static_cast<const ListNode&>(node).next_;
    return next == &head_ ? nullptr : static_cast<Node*>(next);
  }

  void push_back(Node& node) noexcept { static_cast<ListNode&>(node).link_before(head_); }
  void push_front(Node& node) noexcept { static_cast<ListNode&>(node).link_before(*head_.next_); }

  Node* pop_front() noexcept {
    Node* node = front();
    if (node) static_cast<ListNode*>(node)->unlink();
    return node;
  }

  /// Moves all nodes of `other` to the end of this list, in O(1).
  void splice_back(List& other) noexcept {
    if (other.empty()) return;
    ListNode* first = other.head_.next_;
    ListNode* last = other.head_.prev_;
    other.head_.next_ = other.head_.prev_ = &other.head_;
    first->prev_ = head_.prev_;
    head_.prev_->next_ = first;
    last->next_ = &head_;
    head_.prev_ = last;
  }

 private:
  ListNode head_;
};

}  // namespace asyncio::detail
