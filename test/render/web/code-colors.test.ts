/** Code has colours on the web: text and lines stay, in every dialect's way to name a language. */
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { withCodeColors } from '../../../pipeline/render/web/code-colors.ts'

const block = (language: string, ...content: Parameters<typeof h>[2][]) =>
  h('pre', h('code', { className: [`language-${language}`] }, ...content))

async function html(...elements: ReturnType<typeof block>[]): Promise<string> {
  const nodes = await withCodeColors(elements)
  expect(nodes.map(node => textOf(node))).toEqual(elements.map(element => textOf(element)))
  return nodes.map(node => toHtml(node)).join('')
}

describe('withCodeColors', () => {
  it('marks words of a known language only', async () => {
    expect(await html(block('r', 'x <- x + 12 # mud\n'))).toBe(
      '<pre><code class="language-r">x &#x3C;- x + <span class="is-number">12</span> <span class="is-comment"># mud</span>\n</code></pre>',
    )
    expect(await html(block('silt', 'x <- 1\n'))).not.toContain('span')
    expect(await html(h('p', h('code', { className: ['language-r'] }, 'x <- 1')))).not.toContain('span')
  })

  it('keeps lines, also where a string goes over several', async () => {
    const line = (text: string) => h('span', { className: ['code-line'] }, text)
    const page = await html(block('python', line('x = """a'), '\n', line('b"""'), '\n'))
    expect(page).toContain('<span class="code-line">x = <span class="is-string">"""a</span></span>')
    expect(page).toContain('<span class="code-line"><span class="is-string">b"""</span></span>')
  })

  it('leaves code alone that has other elements in it, or is very long', async () => {
    expect(await html(block('r', h('a', 'x <- 1')))).not.toContain('is-number')
    expect(await html(block('r', 'x <- 1\n'.repeat(10_000)))).not.toContain('is-number')
  })
})
