/** Loads what a build needs, and takes a small article through the stages that need no browser. */
import { fileURLToPath } from 'node:url'
import { diskHost } from '../../host/index.ts'
import { build } from '../../tasks/build.ts'
import '../../tasks/build-issue.ts'
import '../../typeset/index.ts'
import { library } from '../command-line.ts'
import '../report/terminal.ts'

/** Has what most articles have: each kind of block, citations, formulas, a table, a figure, a note. */
const article = fileURLToPath(new URL('article', import.meta.url))

export async function warmUp(): Promise<void> {
  const host = { ...diskHost, write: async () => {} }
  for (const style of ['transactions', 'humanities']) {
    await build({ path: article, style, library, formats: ['hast'], output: article, references: {} }, host)
  }
}
