/**
 * `npm run gallery`: builds an article in each journal of styles/ and draws its pages: one picture for each
 * journal, `docs/gallery/<journal>.png`, and all on one sheet, `docs/gallery.png`. Pages are drawn by PDFium,
 * so the same input gives the same bytes.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { build, diskHost } from '../../pipeline/index.ts'
import { type PdfReader, pdfReader } from '../../pipeline/tools/pdf/pdfium.ts'
import { encodePng, type Pixels } from '../../pipeline/tools/pictures/encode-png.ts'
import { library } from '../../test/build-article.ts'
import { journalNames } from '../../test/styles/journal-names.ts'
import { collage } from './collage.ts'
import { posterize } from './posterize.ts'

interface Exhibit {
  readonly journal: string
  /** Folder of the manuscript, from the root of the repository. */
  readonly manuscript: string
  /** Pages of the journal's own picture, from 1. */
  readonly pages: readonly number[]
  /** The page that stands for the journal on the common sheet. */
  readonly cover: number
}

const usual = { manuscript: 'test/fixtures/gallery/gauge', pages: [1], cover: 1 }

/** What differs for single journals. The pictures of journals with one column have two pages. */
const special: Readonly<Record<string, Partial<Omit<Exhibit, 'journal'>>>> = {
  article: { pages: [1, 2] },
  behavior: { pages: [1, 3], cover: 3 },
  humanities: { manuscript: 'test/fixtures/gallery/essay', pages: [1, 2] },
  ijmsrp: { manuscript: 'manuscript' },
  preprint: { pages: [1, 2] },
  submission: { pages: [1, 2], cover: 2 },
}

/** All journals of styles/ in the order of the sheet: first the one of articles that name none. */
const exhibits: readonly Exhibit[] = ['article', ...journalNames.filter(name => name !== 'article')].map(
  journal => ({ journal, ...usual, ...special[journal] }),
)

/** Heights of a page in px, in the picture of its journal and on the sheet. */
const LARGE = 840
const SMALL = 376
const PER_ROW = 4

const root = fileURLToPath(new URL('../..', import.meta.url))
const quiet = { ...diskHost, write: async () => {} }

async function pdfOf({ journal, manuscript }: Exhibit): Promise<Uint8Array> {
  const path = join(root, manuscript)
  const { outputs, files } = await build(
    { path, style: journal, library, formats: ['pdf'], output: '/nowhere' },
    quiet,
  )
  const messages = messageLines(files, root)
  if (messages.length > 0) process.stderr.write(`${messages.join('\n')}\n`)
  const [bytes] = outputs.values()
  if (!bytes) throw new Error(`${manuscript} has no pages in ${journal}`)
  return bytes
}

function draw(reader: PdfReader, pdf: Uint8Array, page: number, height: number): Pixels {
  const drawn = reader.drawPage(pdf, page, height)
  if ('problem' in drawn) throw new Error(`Page ${page} cannot be drawn: ${drawn.problem}`)
  return drawn
}

async function save(name: string, picture: Pixels): Promise<void> {
  const png = encodePng(posterize(picture))
  await writeFile(join(root, 'docs', name), png)
  process.stdout.write(
    `docs/${name}  ${picture.width} x ${picture.height}, ${Math.ceil(png.length / 1024)} KB\n`,
  )
}

async function gallery(): Promise<void> {
  const reader = await pdfReader()
  await mkdir(join(root, 'docs/gallery'), { recursive: true })
  const covers: Pixels[] = []
  for (const exhibit of exhibits) {
    const pdf = await pdfOf(exhibit)
    const pages = exhibit.pages.map(page => draw(reader, pdf, page, LARGE))
    await save(`gallery/${exhibit.journal}.png`, collage([pages]))
    covers.push(draw(reader, pdf, exhibit.cover, SMALL))
  }
  const rows = Array.from({ length: Math.ceil(covers.length / PER_ROW) }, (_, row) =>
    covers.slice(row * PER_ROW, (row + 1) * PER_ROW),
  )
  await save('gallery.png', collage(rows))
}

await gallery()
