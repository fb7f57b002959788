/**
 * What makes libc++'s headers quick to compile against. The page compiles at every edit, and most of its time goes into the
 * constraints of templates that a program instantiates for its own types. Each of these says the same with less to check.
 */
import { paths } from '../compiler/arguments.ts';
import type { Patch } from './patches.ts';

const libcxx = (name: string): string => `${paths.include}/c++/v1/${name}`;

const reverseIterator: readonly Patch[] = [
  {
    // A concept is checked also where the trait beside it has answered. What the check is for still does not compile.
    file: libcxx('__iterator/reverse_iterator.h'),
    before:
      / {2}static_assert\(__has_bidirectional_iterator_category<_Iter>::value \|\| bidirectional_iterator<_Iter>,\n.*\n/,
    after: '',
  },
  {
    file: libcxx('__iterator/reverse_iterator.h'),
    before: '_If<random_access_iterator<_Iter>, random_access_iterator_tag, bidirectional_iterator_tag>;',
    after: 'typename __reverse_concept<_Iter>::type;',
  },
  {
    // A pointer's category needs no concept.
    file: libcxx('__iterator/reverse_iterator.h'),
    before: /(?=template <class _Iter>\nclass _LIBCPP_TEMPLATE_VIS reverse_iterator\b)/,
    after: `template <class _Iter>
struct __reverse_concept {
  using type = _If<random_access_iterator<_Iter>, random_access_iterator_tag, bidirectional_iterator_tag>;
};
template <class _Tp>
struct __reverse_concept<_Tp*> {
  using type = random_access_iterator_tag;
};

`,
  },
];

/** Vectors move their elements forwards, by pointers, where a reverse iterator and all its operators were instantiated. */
const vectors: readonly Patch[] = [
  {
    file: libcxx('vector'),
    before:
      / {2}using _RevIter = std::reverse_iterator<pointer>;\n {2}__v\.__begin_ {3}= std::__uninitialized_allocator_move_if_noexcept\(\n.*_RevIter\(__end_\), _RevIter\(__begin_\).*\n.*\.base\(\);\n/,
    after: `  pointer __new_begin = __v.__begin_ - (__end_ - __begin_);
  std::__uninitialized_allocator_move_if_noexcept(__alloc(), __begin_, __end_, __new_begin);
  __v.__begin_ = __new_begin;
`,
  },
  {
    file: libcxx('vector'),
    before:
      / {2}using _RevIter = std::reverse_iterator<pointer>;\n {2}__v\.__begin_ {3}= std::__uninitialized_allocator_move_if_noexcept\(\n.*_RevIter\(__p\), _RevIter\(__begin_\).*\n.*\.base\(\);\n/,
    after: `  pointer __new_begin = __v.__begin_ - (__p - __begin_);
  std::__uninitialized_allocator_move_if_noexcept(__alloc(), __begin_, __p, __new_begin);
  __v.__begin_ = __new_begin;
`,
  },
  {
    file: libcxx('__memory/uninitialized_algorithms.h'),
    before:
      '    std::__allocator_destroy(__alloc_, std::reverse_iterator<_Iter>(__last_), std::reverse_iterator<_Iter>(__first_));',
    after: `    for (_Iter __it = __last_; __it != __first_;) {
      --__it;
      allocator_traits<_Alloc>::destroy(__alloc_, std::__to_address(__it));
    }`,
  },
];

/** Whether a type can be formatted is asked only of types that are not known to be. */
const format: readonly Patch[] = [
  {
    file: libcxx('__format/format_arg_store.h'),
    before:
      /template <class _Context, class _Tp>\nconsteval __arg_t __determine_arg_t\(\) \{\n {2}return __arg_t::__handle;\n\}/,
    after: `template <class _Context, class _Tp>
consteval __arg_t __determine_arg_t() {
  if constexpr (__formattable<_Tp, typename _Context::char_type>)
    return __arg_t::__handle;
  else
    return __arg_t::__none;
}`,
  },
  {
    file: libcxx('__format/format_arg_store.h'),
    before:
      /template <class _Context, class _Tp>\n {2}requires\(!__formattable<_Tp, typename _Context::char_type>\)\nconsteval __arg_t __determine_arg_t\(\) \{\n {2}return __arg_t::__none;\n\}\n/,
    after: '',
  },
  {
    file: libcxx('__format/format_arg_store.h'),
    before: '  static_assert(__formattable_with<_Tp, _Context>);',
    after: '  if constexpr (__arg == __arg_t::__handle) static_assert(__formattable_with<_Tp, _Context>);',
  },
  {
    file: libcxx('__format/format_functions.h'),
    before: 'requires convertible_to<const _Tp&, basic_string_view<_CharT>>',
    after: 'requires(__is_convertible(const _Tp&, basic_string_view<_CharT>))',
  },
];

export const quickerHeaders: readonly Patch[] = [...reverseIterator, ...vectors, ...format];
