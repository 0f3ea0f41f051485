/**
 * Loads what a build needs, and takes a small article through everything that needs no browser and no
 * WebAssembly, which a startup snapshot cannot contain.
 */
import { fileURLToPath } from 'node:url'
// @ts-expect-error The package has no types for its folders.
import english from 'hyphen/en-us/index.js'
import { diskHost } from '../../host/index.ts'
import { articleTree } from '../../layout/article-tree.ts'
import { renderHtml } from '../../render/index.ts'
import { build } from '../../tasks/build.ts'
import '../../tasks/build-issue.ts'
import '../../typeset/index.ts'
import { loadedPatterns } from '../../typeset/lines/hyphenate.ts'
import { printDocument } from '../../typeset/sheet/print-document.ts'
import { library } from '../command-line.ts'
import '../report/terminal.ts'

/** Has what most articles have: each kind of block, citations, formulas, a table, a figure, a note. */
const path = fileURLToPath(new URL('article', import.meta.url))

export async function warmUp(): Promise<void> {
  loadedPatterns.set('en-us', english)
  const host = { ...diskHost, write: async () => {} }
  for (const style of ['transactions', 'humanities']) {
    const { article, journal } = await build(
      { path, style, library, formats: ['article'], output: path, references: {} },
      host,
    )
    if (!article || !journal) throw new Error(`The warm-up article cannot be read in the journal ${style}`)
    const root = articleTree(article, journal)
    printDocument({ root, language: article.language })
    await renderHtml({ root, article, journal, fonts: [] })
  }
}
