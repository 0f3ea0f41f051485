/**
 * `npm run fingerprint`: builds the sample, the gallery and, if ../shared is there, the benchmark and ten
 * real papers, and prints the SHA-256 of every PDF and HTML file. The same lines before and after a change
 * prove that it changed nothing on pages and screens. With `--pages`, PDFs are compared by what they show:
 * the SHA-256 of the pixels of all pages and of the facts that `inspectPdf` reads (tags, text alternatives,
 * outline, metadata, fonts).
 *
 *   npm run -s fingerprint > after.txt
 *   npm run -s fingerprint -- ../before > before.txt      with another checkout's program
 *   diff before.txt after.txt
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inspectPdf } from '../../pipeline/tools/pdf/inspect.ts'
import { pdfReader } from '../../pipeline/tools/pdf/pdfium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = join(root, '../shared')
const { values: options, positionals } = parseArgs({
  options: { pages: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [other = root] = positionals
const program = resolve(process.env.INIT_CWD ?? process.cwd(), other, 'pipeline/offprint.mjs')

interface Subject {
  readonly name: string
  readonly path: string
  readonly style?: string
}

const gallery = join(root, 'test/fixtures/gallery')
const papers =
  'joss-basix joss-dlux joss-t8code manubot-rootstock myst-structural-estimation mystdoc-math pandoc-crossref-demo ' +
  'quarto-plos quarto-simbio rticles-peerj'

const subjects: readonly Subject[] = [
  { name: 'sample', path: join(root, 'manuscript') },
  ...['transactions', 'letters', 'preprint', 'submission'].map(style => ({
    name: `gauge-${style}`,
    path: join(gallery, 'gauge'),
    style,
  })),
  { name: 'essay', path: join(gallery, 'essay'), style: 'humanities' },
  ...['S', 'M', 'L'].map(size => ({
    name: `bench-${size}`,
    path: join(shared, `bench/articles/${size}/article.md`),
    style: 'transactions',
  })),
  ...papers
    .split(' ')
    .map(paper => ({ name: `corpus-${paper}`, path: join(shared, 'corpora/manuscripts', paper) })),
]

async function fingerprint({ name, path, style }: Subject, folder: string): Promise<readonly string[]> {
  const output = join(folder, name)
  const journal = style === undefined ? [] : ['--style', style]
  const flags = [...journal, '--to', 'pdf,html', '--output', output, '--quiet']
  // Messages are not fingerprinted: an error in a paper is a result, too.
  spawnSync(process.execPath, [program, 'build', path, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (!existsSync(output)) return [`${'no output'.padEnd(64)}  ${name}`]
  const names = readdirSync(output).sort()
  return await Promise.all(
    names.map(async file => {
      const bytes = readFileSync(join(output, file))
      const isShown = options.pages && file.endsWith('.pdf')
      return `${isShown ? await shownHash(bytes) : hashOf(bytes)}  ${name}/${file}`
    }),
  )
}

/** Height of the pages that are compared, in pixels: 100 dots to the inch of an A4 page. */
const pageHeight = 1170

/** The hash of a PDF's pages as pictures, then the hash of its facts. */
async function shownHash(pdf: Uint8Array): Promise<string> {
  const facts = await inspectPdf(pdf)
  const reader = await pdfReader()
  const pictures = createHash('sha256')
  for (let page = 1; page <= facts.pages; page++) {
    const picture = reader.drawPage(pdf, page, pageHeight)
    pictures.update('problem' in picture ? picture.problem : picture.data)
  }
  return `${pictures.digest('hex')} ${hashOf(JSON.stringify(facts))}`
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-fingerprint-'))
try {
  for (const subject of subjects) {
    if (!existsSync(subject.path)) process.stderr.write(`Skipped, because it is not here: ${subject.name}\n`)
    else for (const line of await fingerprint(subject, folder)) process.stdout.write(`${line}\n`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
