/** A long tree is written in pieces. The result is what the library writes in one piece. */
import type { Element, Root } from 'hast'
import { h, s } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { toHtml } from '../../pipeline/tools/html.ts'

/** Everything that is written by a rule of its own, `depth` times inside itself. */
function deep(depth: number): Element {
  return h('section', { id: `part-${depth}`, dataNote: 'a "b" & <c>', hidden: depth % 2 === 0 }, [
    'Text & more < all',
    h('br'),
    h(
      'p',
      Array.from({ length: 30 }, (_, index) => h('em', `word ${index}`)),
    ),
    h('style', 'p > em { content: "<&>" }'),
    h('script', 'if (1 < 2 && true) {}'),
    h('math', [h('mi', 'x'), h('mo', '<')]),
    s(
      'svg',
      { viewBox: '0 0 1 1' },
      Array.from({ length: 250 }, () => s('path', { d: 'M0 0', strokeWidth: 1 })),
    ),
    { type: 'comment', value: ' note ' },
    ...(depth > 0 ? [deep(depth - 1)] : []),
  ])
}

test.each([0, 1, 9])('a tree of %i parts inside one another is written as in one piece', depth => {
  const tree: Root = h(null, [{ type: 'doctype' }, h('html', { lang: 'en' }, [h('body', [deep(depth)])])])
  expect(toHtml(tree)).toBe(unified().use(rehypeStringify).stringify(tree))
})
