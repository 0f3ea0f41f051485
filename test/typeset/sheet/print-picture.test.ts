/** Printed pictures: PDF figures stay drawings, JPEGs stay JPEGs, sizes and resolutions are right. */
import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import {
  decodePDFRawStream,
  PDFDocument,
  PDFName,
  PDFRawStream,
} from '../../../pipeline/tools/pdf/library.ts'
import { pdfReader } from '../../../pipeline/tools/pdf/pdfium.ts'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { pdf, png, svg, webp } from '../../resolve/images/pictures.ts'

const text = `
A line with ![a dot](figure.pdf){height=1em} in it, and a note on ![another](dot.svg){height=1em} dot.

![Words of a drawing.](figure.pdf){#fig:a}

![The same again, smaller.](figure.pdf){width=30mm}

![A turned page.](turned.pdf){width=40mm}

![A photograph.](coarse.png){width=80mm}

![A wide one.](fine.png){width=150mm}

![A broken one.](broken.webp)
`

/**
 * A page: red at the left, blue at the top, words, and marked content that refers to a tag tree of its file.
 */
const page = {
  content:
    '/P <</MCID 7>> BDC 1 0 0 rg 0 0 50 100 re f 0 0 1 rg 50 80 150 20 re f 0 g BT /F1 20 Tf 60 40 Td (Drawn words) Tj ET EMC',
}

/** A WebP file whose header and length are right, but whose pixels only a browser finds to be broken. */
const unreadable = Buffer.from(webp.subarray(0, -4))
unreadable.writeUInt32LE(unreadable.length - 8, 4)

async function printed() {
  const host = memoryHost(
    {
      '/paper/article.md': text,
      '/paper/figure.pdf': pdf(page),
      '/paper/turned.pdf': pdf({ ...page, entries: '/Rotate 90 /CropBox [0 0 100 100]' }),
      '/paper/dot.svg': svg('width="9" height="9"'),
      '/paper/coarse.png': png(300, 100),
      '/paper/fine.png': png(1200, 300),
      '/paper/broken.webp': unreadable,
    },
    diskHost,
  )
  const result = await build(
    {
      path: '/paper/article.md',
      style: 'transactions',
      library,
      output: '/out',
      formats: ['pdf', 'html', 'pages'],
    },
    host,
  )
  const bytes = (ending: string) =>
    [...result.outputs].find(([name]) => name.endsWith(ending))?.[1] ?? new Uint8Array()
  return {
    pdf: bytes('.pdf'),
    html: new TextDecoder().decode(bytes('.html')),
    // The JSON is written by the build itself.
    pages: JSON.parse(new TextDecoder().decode(bytes('.pages.json'))) as Pages,
    messages: messageLines(result.files, '/paper'),
  }
}

describe('pictures in print', () => {
  let made: Awaited<ReturnType<typeof printed>>
  let document: PDFDocument
  const objects = (subtype: string) =>
    document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isOne =
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of(subtype)
      return isOne ? [object] : []
    })
  beforeAll(async () => {
    made = await printed()
    document = await PDFDocument.load(made.pdf, { updateMetadata: false })
  }, 60_000)

  it('embed a PDF figure once, as a drawing without the marks of its file', () => {
    const figures = objects('Form')
      .map(form => Buffer.from(decodePDFRawStream(form).decode()).toString('latin1'))
      .filter(content => content.includes('(Drawn words) Tj'))
    expect(figures).toHaveLength(2)
    expect(figures.join()).not.toMatch(/BDC|EMC/)
    // The two PNG files that are not broken.
    expect(objects('Image')).toHaveLength(2)
  })

  it('put a PNG into the PDF with the compressed rows of its file', async () => {
    const contents = objects('Image').map(image => Buffer.from(image.contents))
    for (const file of [png(300, 100), png(1200, 300)]) {
      const bytes = Buffer.from(file)
      // After the signature and the header come the length, the name and the data of IDAT.
      expect(contents).toContainEqual(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
    }
    const shots = made.pages.sheets.map(async (_, index) => (await pdfReader()).readPage(made.pdf, index + 1))
    let grey = 0
    for (const shot of await Promise.all(shots)) {
      if ('problem' in shot) throw new Error(shot.problem)
      const { width, height, at } = pixelsOf(shot.png)
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (at(x, y) === '5a5a5a') grey++
    }
    // The wide picture alone is 150 mm wide and a quarter as high.
    expect(grey).toBeGreaterThan(20_000)
  })

  it('keep the tag and the text alternative of a PDF figure', async () => {
    const facts = await inspectPdf(made.pdf)
    expect(facts.alternatives).toEqual(
      expect.arrayContaining(['a dot', 'Words of a drawing.', 'A turned page.']),
    )
    expect(facts.unmarked).toBe(0)
    expect(facts.fonts).toContainEqual({ name: 'Helvetica', subtype: 'Type1', isEmbedded: false })
  })

  it('show a PDF figure upright at its place', async () => {
    const shot = (await pdfReader()).readPage(made.pdf, 1)
    if ('problem' in shot) throw new Error(shot.problem)
    const { width, height, at } = pixelsOf(shot.png)
    const boxes = new Map<string, number>()
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const colour = at(x, y)
        if (colour === 'ff0000' || colour === '0000ff') boxes.set(colour, (boxes.get(colour) ?? 0) + 1)
      }
    }
    // Red 50 × 100 and blue 150 × 20; on the turned page, which is cropped, 50 × 100 and 50 × 20.
    const ratio = (boxes.get('ff0000') ?? 0) / (boxes.get('0000ff') ?? 1)
    expect(ratio).toBeGreaterThan(1.7)
    expect(ratio).toBeLessThan(2.6)
  })

  it('are pixel images in the web edition', () => {
    expect(made.html.match(/<img src="data:image\/png;base64,/g)?.length).toBeGreaterThanOrEqual(6)
    expect(made.html).not.toContain('data-pixels')
  })

  it('are reported if they are coarse, and listed in the pages for other checks', () => {
    const [coarse, fine] = made.pages.pictures
    expect(coarse).toMatchObject({ pixels: 300, resolution: 95, isFigure: true })
    expect(fine?.resolution).toBeCloseTo(1200 / (150 / 25.4), -1)
    const found = made.messages.filter(line => line.endsWith('figure-resolution'))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('95 pixels to the inch')
  })

  it('are set across the page if their width is more than a column', () => {
    const wide = made.pages.sheets.flatMap(sheet =>
      sheet.placements.filter(one => one.column === -1 && one.type === 'box' && one.height > 140),
    )
    expect(wide).toHaveLength(1)
  })

  it('are reported if the browser cannot read them', () => {
    const reports = made.messages.filter(line => line.endsWith('figure-broken'))
    expect(reports).toHaveLength(1)
    expect(reports[0]).toContain('the browser cannot read it')
  })

  it('give the same bytes in a second build', async () => {
    expect(Buffer.compare((await printed()).pdf, made.pdf)).toBe(0)
  }, 60_000)
})

/** The pixels of a PNG as `encodePng` writes it: RGB, the Up filter, one IDAT chunk after the header. */
function pixelsOf(data: Uint8Array) {
  const bytes = Buffer.from(data)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const rows = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
  const stride = width * 3 + 1
  for (let at = stride; at < rows.length; at++) {
    if (at % stride !== 0) rows[at] = ((rows[at] ?? 0) + (rows[at - stride] ?? 0)) & 255
  }
  const at = (x: number, y: number) =>
    rows.subarray(y * stride + 1 + x * 3, y * stride + 4 + x * 3).toString('hex')
  return { width, height, at }
}
