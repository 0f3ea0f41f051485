/**
 * `npm run validate:jats`: writes the JATS of every manuscript of ../shared/corpora and lets the field's
 * validators judge it: the DTD, the rules of JATS for Reuse, and NLM's StyleChecker if `NLM_STYLECHECKER` is
 * the path of its stylesheet and `xsltproc` is installed. The words of the text must be those of the HTML.
 * Exit status: 0 without a fault, 1 with one, 2 without the corpora.
 *
 *   npm run validate:jats -- joss- myst-     manuscripts whose name begins so
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderJats } from '../../pipeline/deposit/index.ts'
import { findEntries } from '../corpus/entries.ts'
import { depositedArticle } from './deposited-article.ts'
import { jatsValidator } from './jats-dtd.ts'
import { jats4rValidator } from './jats4r.ts'
import { styleErrors } from './style-checker.ts'
import { lostWords } from './words.ts'

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))
const library = fileURLToPath(new URL('../../styles', import.meta.url))
const wanted = process.argv.slice(2)

if (!existsSync(corpora)) {
  process.stderr.write(`There are no corpora at ${corpora}.\n`)
  process.exit(2)
}

const dtd = join(corpora, 'schemas/jats-1.3-dtd')
const dtdErrors = jatsValidator(dtd)
const jats4rErrors = jats4rValidator(join(corpora, 'schemas/jats4r-schematron'))
const stylesheet = process.env.NLM_STYLECHECKER
const folder = mkdtempSync(join(tmpdir(), 'offprint-jats-'))
const counts = { manuscripts: 0, dtd: 0, jats4r: 0, style: 0, words: 0 }
try {
  for (const { name, path } of await findEntries(corpora)) {
    if (wanted.length > 0 && !wanted.some(start => name.startsWith(start))) continue
    const deposited = await depositedArticle(path, library)
    if (!deposited) continue
    counts.manuscripts++
    const { xml } = renderJats(deposited.article, deposited.journal)
    const file = join(folder, 'article.xml')
    writeFileSync(file, xml)
    const faults = {
      dtd: dtdErrors(xml),
      jats4r: jats4rErrors(new TextDecoder().decode(xml)),
      style: stylesheet === undefined ? [] : styleErrors(file, stylesheet, dtd),
      words: lostWords(deposited.article, deposited.journal),
    }
    for (const kind of ['dtd', 'jats4r', 'style', 'words'] as const) {
      counts[kind] += faults[kind].length
      for (const fault of faults[kind]) process.stdout.write(`${name}: ${kind}: ${fault.slice(0, 300)}\n`)
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (stylesheet === undefined) process.stdout.write('SKIPPED: NLM_STYLECHECKER does not name a stylesheet.\n')
const { manuscripts, ...faults } = counts
const lines = Object.entries(faults).map(([kind, count]) => `${kind} ${count}`)
process.stdout.write(`${manuscripts} manuscripts. Faults: ${lines.join(', ')}.\n`)
process.exitCode = Object.values(faults).every(count => count === 0) ? 0 : 1
