/** Links inside the article, in the spellings of several programs, and links that lead out of it. */
import { describe, expect, test } from 'vitest'
import { buildArticle } from '../build-article.ts'

async function build(text: string) {
  const { html, messages } = await buildArticle({ 'article.md': text })
  return { html, messages: messages.join('\n') }
}

describe('links to headings', () => {
  const heading = '# The Methods_of v2.1 & ü^[A note.]\n\n'
  const id = 'the-methods_of-v2.1-ü'

  test.each([
    ['pandoc', '#the-methods_of-v2.1-ü'],
    ['GitHub', '#the-methods_of-v21--ü'],
    ['letters and digits alone', '#the-methods-of-v2-1-u'],
    ['an encoded address', '#the-methods_of-v2.1-%C3%BC'],
  ])('%s', async (_, url) => {
    const { html, messages } = await build(`${heading}[there](${url})\n`)
    expect(html).toContain(`<a href="#${encodeURI(id)}">there</a>`)
    expect(messages).toBe('')
  })

  test('lead to the second of two headings with the same text', async () => {
    const { html } = await build('# A\n\n# A\n\n[x](#a-1) [y](#a)\n')
    expect(html).toContain('<a href="#a-2">x</a> <a href="#a">y</a>')
  })

  test('are reported if there is no such heading', async () => {
    const { html, messages } = await build('# Methods\n\nSee [there](#method).\n')
    expect(html).toContain('See there.')
    expect(messages).toContain('Unexpected link to `#method`')
    expect(messages).toContain('The nearest id is `methods`.')
  })

  test('lead to any element with an id', async () => {
    const { html, messages } = await build(
      '[a](#fig:x) [b](#s)\n\n$$a$$ {#eq:y}\n\n[s]{#s} [y](#eq:y)\n\n::: {#fig:x}\nx\n:::\n',
    )
    expect(html).toContain('<a href="#fig-x">a</a> <a href="#s">b</a>')
    expect(messages).toBe('')
  })
})

describe('links to elsewhere', () => {
  test.each([
    ['<https://x.org/a b>', 'https://x.org/a%20b'],
    ['HTTP://x.org', 'HTTP://x.org'],
    ['www.x.org', 'https://www.x.org'],
    ['mailto:a@x.org', 'mailto:a@x.org'],
    ['doi:10.1000/x', 'https://doi.org/10.1000/x'],
    ['doi.org/10.1000/x', 'https://doi.org/10.1000/x'],
  ])('%s stays a link', async (url, href) => {
    const { html, messages } = await build(`See [there](${url}).`)
    expect(html).toContain(`See <a href="${href}">there</a>.`)
    expect(messages).toBe('')
  })

  test.each([
    ['ftp://x.org/a', 'link-unsafe'],
    ['ssh://x.org', 'link-unsafe'],
    ['git://x.org', 'link-unsafe'],
    ['tel:+49123', 'link-unsafe'],
    ['urn:isbn:123', 'link-unsafe'],
    ['info:doi/10.1000/x', 'link-unsafe'],
    ['//x.org/a', 'link-unsafe'],
    ['/\\x.org/a', 'link-unsafe'],
    ['/etc/passwd', 'link-local'],
    ['other.html', 'link-local'],
    ['data/a.csv', 'link-local'],
    ['../other.md#methods', 'link-local'],
    ['?a=b', 'link-local'],
    ['http://:80', 'link-broken'],
    ['https://exam%ple', 'link-broken'],
    ['https://a.b:99999/', 'link-broken'],
    ['<https://exa mple.org/a b>', 'link-broken'],
    ['doi:nothing', 'link-broken'],
    ['', 'link-broken'],
  ])('%s becomes its text and is reported with its place', async (url, rule) => {
    const { html, messages } = await build(`See [there](${url}).`)
    expect(html).toContain('See there.')
    expect(messages).toMatch(new RegExp(`^article.md:1:5  warning  .* ${rule}\n`))
  })

  test('a file is reported once', async () => {
    const { messages } = await build('[a](a.csv) and [b](b.csv)\n\nand [c](a.csv)')
    expect(messages).toContain('article.md:1:1  warning  Unexpected link to `a.csv` (2 links)')
    expect(messages.match(/link-local/g)).toHaveLength(2)
  })

  test('an included file is still read, and a bare name is still a link', async () => {
    const { html, messages } = await buildArticle({
      'article.md': '# A {#a}\n\n```{include} b.md\n```\n\n[x](a) [y](#b)\n',
      'b.md': '# B {#b}\n',
    })
    expect(html).toContain('<a href="#a">x</a> <a href="#b">y</a>')
    expect(messages).toEqual([])
  })
})

test('no link from a shortcode or from the front matter leads to a script', async () => {
  const { html, messages } = await buildArticle({
    'article.md':
      '---\nlang: en\nx: "[words](javascript:alert(1))"\n---\n\nSee {{< video javascript:alert(1) >}} and {{< meta x >}}.\n',
  })
  expect(html).not.toContain('href="javascript')
  expect(messages.filter(line => line.includes('link-unsafe'))).toHaveLength(2)
})
