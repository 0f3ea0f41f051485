/** The ids of the output. */
import { expect, it } from 'vitest'
import { buildArticle } from '../build-article.ts'
import { references } from './five-works.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

it('gives each id once, and every link inside the article leads to one', async () => {
  const { html, messages } = await buildArticle({
    'article.md': `---
bibliography: refs.bib
---

See @fig:p(a,b), @fig-h, @left and [@a:1; @a-1].^[A note.]

::: {#fig:p}
![Left](a.svg){#fig:left}

![Right](a.svg)
:::

![Half.](a.svg){#fig:h}

# fig h

## Mine {#note-1}

[Mine too]{#references}.
`.replace('@left', '@fig:left'),
    'a.svg': image,
    'refs.bib': references.replace('w1', 'a:1').replace('w2', 'a-1'),
  })
  expect(messages).toEqual([])
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1])
  expect(ids).toEqual([...new Set(ids)])
  const links = [...html.matchAll(/href="#([^"]*)"/g)].map(match => match[1])
  expect(links.filter(link => !ids.includes(link))).toEqual([])
  expect(links).toContain('fig-left')
})
