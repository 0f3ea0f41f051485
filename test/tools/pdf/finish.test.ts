/**
 * The finisher, on pages that Chromium really printed: two prints of one page must become the same bytes,
 * and nothing but marks, tags and metadata may change. poppler and qpdf judge too where they are installed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../pipeline/tools/browser/puppeteer.ts'
import { markArtifacts } from '../../../pipeline/tools/pdf/artifacts.ts'
import { disguise, readDisguise } from '../../../pipeline/tools/pdf/disguise.ts'
import { finishPdf } from '../../../pipeline/tools/pdf/finish.ts'
import { inspectPdf, type PdfFacts } from '../../../pipeline/tools/pdf/inspect.ts'
import { hasProgram } from '../../needs.ts'

const PAGE = `<!doctype html><html lang="en"><title>Of the page</title><style>
@page { size: A4; margin: 20mm; @top-left { content: "Running head"; border-bottom: 1px solid }
  @bottom-right { content: counter(page) } } .l::after { content: "-" / "" } section { break-before: page }</style>
<h1>One</h1><p>A <em>word</em>, an <a href="https://example.org/a(b)">outer</a> and an <a href="#two">inner</a>
link; hyph<span class="l">en</span>.</p><hr><p>In line
<span role="img" aria-label="\uFDD0F#eq-1 a over b"><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></span> and so on.</p>
<ul><li>First<ul><li>Inner</li></ul></li><li><p>Second</p></li></ul>
<figure><img alt="A dot" width="40" height="40" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><circle r='9' opacity='.5'/></svg>"><figcaption>Fig. 1.</figcaption></figure>
<table><tr><th>A<th>B<tr><td>1<td>2</table>
<p style="opacity: .5">Half seen, with a <a href="https://example.org/c">link</a>.</p>
<div role="img" aria-label="\uFDD0N#fn-1"><p>A note, <a href="#two">back</a>.</p></div>
<section><h2 id="two">Two</h2><div aria-hidden="true">Unspoken</div></section>`

const METADATA = {
  title: 'A title with <signs> & “quotes”',
  authors: ['Ada Lovelace', 'Émile Ångström'],
  language: 'en-GB',
  keywords: ['first', 'second'],
  doi: '10.1234/five',
  producer: 'Offprint',
  created: new Date('2020-01-02T03:04:05Z'),
}

const folder = mkdtempSync(join(tmpdir(), 'finish-'))
let raw: readonly Uint8Array[]
let finished: Uint8Array
let facts: PdfFacts

beforeAll(async () => {
  const browser = await launchBrowser()
  const print = async () => await (await browser.open(PAGE)).print()
  raw = [await print(), await print()]
  await browser.close()
  finished = (await finishPdf(raw[0] ?? new Uint8Array(), METADATA)).bytes
  facts = await inspectPdf(finished)
})

afterAll(() => rmSync(folder, { recursive: true }))

it("an author's text alternative is not mistaken for the type of an element", () => {
  const note = { letter: 'N', id: 'fn-1', text: '' } as const
  expect(readDisguise(disguise(note))).toEqual(note)
  expect(readDisguise('F#m is a chord')).toBeUndefined()
})

describe('a finished PDF', () => {
  it('has the printed numbers of its pages as their labels', async () => {
    expect(facts.firstPage).toBe(1)
    const { bytes } = await finishPdf(raw[0] ?? new Uint8Array(), METADATA, { firstPage: 54 })
    expect((await inspectPdf(bytes)).firstPage).toBe(54)
  })

  it('has the same bytes for each print of the page', async () => {
    const { bytes: other } = await finishPdf(raw[1] ?? new Uint8Array(), METADATA)
    expect(Buffer.compare(other, finished)).toBe(0)
    const { bytes: renamed } = await finishPdf(raw[1] ?? new Uint8Array(), { ...METADATA, title: 'Other' })
    expect(idOf(renamed)).not.toBe(idOf(finished))
    expect(idOf(finished)).toMatch(/^[0-9A-F]{32}$/)
  })

  it('has its title, authors, language, date and outline', () => {
    expect(facts).toMatchObject({
      pages: 2,
      title: METADATA.title,
      author: 'Ada Lovelace; Émile Ångström',
      language: 'en-GB',
      isTagged: true,
      outline: ['One', 'Two'],
    })
    const xmp = Buffer.from(finished).toString('utf8')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">A title with &lt;signs&gt; &amp; “quotes”</rdf:li>')
    expect(xmp).toContain('<rdf:Seq><rdf:li>Ada Lovelace</rdf:li><rdf:li>Émile Ångström</rdf:li></rdf:Seq>')
    expect(xmp).toContain('<xmp:CreateDate>2020-01-02T03:04:05Z</xmp:CreateDate>')
    expect(xmp).not.toContain('pdfuaid')
    expect(xmp).not.toMatch(/Chromium|Skia|20(19|2[1-9])-/)
  })

  it('has all content either in a tagged element or marked as an artifact', async () => {
    expect((await inspectPdf(raw[0] ?? new Uint8Array())).unmarked).toBeGreaterThan(4)
    expect(facts.unmarked).toBe(0)
  })

  it('has the tags of the elements of the page', () => {
    const { structure, alternatives } = facts
    expect(structure).toMatchObject({
      Formula: 1,
      Note: 1,
      Figure: 1,
      LI: 3,
      LBody: 3,
      Lbl: 3,
      Table: 1,
      Link: 4,
    })
    expect(alternatives).toEqual(['a over b', 'A dot'])
  })

  it('has embedded fonts', () => {
    expect(facts.fonts.length).toBeGreaterThan(0)
    expect(facts.fonts.filter(font => !font.isEmbedded || font.subtype === 'Type3')).toEqual([])
  })

  it.runIf(hasProgram('qpdf'))('has no fault that qpdf reports, and its links are described', () => {
    const path = write('finished.pdf', finished)
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
      encoding: 'latin1',
    })
    for (const target of ['https://example.org/a(b)', 'https://example.org/c', '#two']) {
      expect(plain).toContain(`/Contents <feff${Buffer.from(target, 'utf16le').swap16().toString('hex')}>`)
    }
  })

  it.runIf(hasProgram('pdftotext', 'poppler-utils'))(
    'has the same text as before, in content and in tags',
    () => {
      const paths = [write('raw.pdf', raw[0] ?? new Uint8Array()), write('finished.pdf', finished)]
      const [before, after] = paths.map(path =>
        execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }),
      )
      expect(after).toBe(before)
      const tags = execFileSync('pdfinfo', ['-struct-text', paths[1] ?? ''], { encoding: 'utf8' })
      expect(tags).toMatch(/LBody \(block\)\s+"First"/)
      expect(tags).not.toContain('NonStruct')
      expect(tags).toMatch(/Note[\s\S]*"A note, "/)
      expect(tags).toContain('"Half seen, with a "')
      expect(tags).not.toContain('Running head')
    },
  )
})

describe('marking artifacts', () => {
  const mark = (content: string) => {
    const marked = markArtifacts(Buffer.from(content, 'latin1'), name => name === '/Own')
    return [
      marked.unmarked,
      Buffer.from(marked.content ?? [])
        .toString('latin1')
        .replace(/\s+/g, ' '),
    ]
  }

  it('begins before a path and ends before operators that it must not enclose', () => {
    expect(mark('q 1 0 0 RG 0 0 m 9 9 l S Q')).toEqual([1, 'q 1 0 0 RG /Artifact BMC 0 0 m 9 9 l S EMC Q'])
    expect(mark('0 0 9 9 re W n (a) Tj')).toEqual([1, '0 0 9 9 re W n /Artifact BMC (a) Tj EMC '])
    expect(mark('/P <</MCID 0>> BDC (in \\) EMC) Tj EMC 0 0 1 1 re f')).toEqual([
      1,
      '/P <</MCID 0>> BDC (in \\) EMC) Tj EMC /Artifact BMC 0 0 1 1 re f EMC ',
    ])
  })

  it('does not change content that is already marked, also in a form', () => {
    expect(mark('/P <</MCID 0>> BDC /X1 Do <66> Tj EMC /Own Do')).toEqual([0, ''])
    expect(mark('BI /W 1 ID (f S EI x EI Q')).toEqual([1, '/Artifact BMC BI /W 1 ID (f S EI EMC x EI Q'])
  })
})

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function idOf(bytes: Uint8Array): string | undefined {
  return /\/ID \[<(\w+)> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
}
