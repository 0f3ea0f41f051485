/** Sets formulas with Offprint: a Markdown article with one formula after the other → its PDF. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/index.ts'
import { library } from '../../test/build-article.ts'
import { endMark, type ListedFormula, markOf } from './formula.ts'

const head = `---
title: Formulas
authors:
  - name: A. Nobody
---

`

interface SetFormulas {
  readonly pdf: Uint8Array
  /** What the build reports about formulas. */
  readonly messages: readonly string[]
}

/** `folder`: a folder for the article. Throws if no PDF is made. */
export async function setByOffprint(
  formulas: readonly ListedFormula[],
  folder: string,
): Promise<SetFormulas> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'article.md')
  const paragraphs = formulas.map(({ isDisplay, tex }, index) =>
    isDisplay
      ? `${markOf(index)}\n\n$$\n${tex}\n$$\n\n${endMark}\n`
      : `${markOf(index)} $${tex}$\n\n${endMark}\n`,
  )
  writeFileSync(path, head + paragraphs.join('\n\\newpage\n\n'))
  const { files, outputs } = await build(
    { path, library, style: 'preprint', formats: ['pdf'], output: join(folder, 'output') },
    diskHost,
  )
  const pdf = [...outputs].find(([name]) => name.endsWith('.pdf'))?.[1]
  const messages = messageLines(files, folder).filter(line => line.includes('math-'))
  if (!pdf) throw new Error(`Offprint made no PDF:\n${messageLines(files, folder).join('\n')}`)
  return { pdf: typeof pdf === 'string' ? new TextEncoder().encode(pdf) : pdf, messages }
}
