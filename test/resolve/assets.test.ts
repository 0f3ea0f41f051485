/** Images of a manuscript: found, recognized by their bytes and measured, or reported with a remedy. */
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../../pipeline/host/index.ts'
import { findImage, projectRoot } from '../../pipeline/resolve/images/find-image.ts'
import { buildArticle } from '../build-article.ts'
import { chunk, gif, jpeg, pdf, png, pngOf, svg, tiff, webp } from './images/pictures.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** An article with one image of this address; the messages are without their notes. */
async function image(url: string, files: Files = {}, attributes = '') {
  const text = `![A picture.](${url})${attributes}\n`
  const { article, html, messages } = await buildArticle({ 'article.md': text, ...files })
  const [asset] = [...article.assets.values()]
  const problems =
    messages
      .join('\n')
      .match(/\S+$/gm)
      ?.filter(word => word.startsWith('figure-')) ?? []
  return { asset, html, problems, messages: messages.join('\n') }
}

/** A GIF whose head names 65535 × 1800 pixels. */
const wideGif = Buffer.from([...Buffer.from('GIF89a'), 0xff, 0xff, 0x08, 0x07, 0, 0, 0, 0x3b])

/** A JPEG with its scan many times. */
function withScans(data: Uint8Array, count: number): Buffer {
  const file = Buffer.from(data)
  const at = file.indexOf(Buffer.from([0xff, 0xda]))
  const [head, scan, end] = [file.subarray(0, at), file.subarray(at, -2), file.subarray(-2)]
  return Buffer.concat([head, ...Array.from({ length: count }, () => scan), end])
}

describe('an image file', () => {
  it.each<[string, string, Uint8Array | string, number, number]>([
    ['a PNG', 'a.png', png(30, 20), 30, 20],
    ['a PNG of 300 dpi', 'a.png', png(300, 150, 300), 96, 48],
    ['a JPEG', 'a.jpg', jpeg(40, 20), 40, 20],
    ['a JPEG of 200 dpi', 'a.jpg', jpeg(200, 100, { dpi: 200 }), 96, 48],
    ['a JPEG that is turned', 'a.jpg', jpeg(40, 20, { orientation: 6 }), 20, 40],
    ['a TIFF', 'a.tif', tiff(60, 30), 19.2, 9.6],
    ['an SVG in mm', 'a.svg', svg('width="25.4mm" height="12.7mm"'), 96, 48],
    ['an SVG with a width and a shape', 'a.svg', svg('width="2in" viewBox="0 0 10 5"'), 192, 96],
    ['a PDF', 'a.pdf', pdf({ content: '' }), 200 / 0.75, 100 / 0.75],
    [
      'a PDF that is cropped and turned',
      'a.pdf',
      pdf({ content: '', entries: '/Rotate 90 /CropBox [20 10 110 70]' }),
      80,
      120,
    ],
  ])('is measured: %s', async (_, name, data, width, height) => {
    const { asset, problems } = await image(name, { [name]: data })
    expect(problems).toEqual([])
    expect(asset?.width).toBeCloseTo(width, 1)
    expect(asset?.height).toBeCloseTo(height, 1)
  })

  it('may be a drawing that has proportions and no size', async () => {
    const { asset, html } = await image('a.svg', { 'a.svg': svg('viewBox="0 0 300 200" width="100%"') })
    expect(asset).toMatchObject({ isShapeOnly: true, width: 150, height: 100 })
    expect(html).toContain('class="panels" style="--panels: 1"')
  })

  it('is recognized by its bytes and not by its name', async () => {
    const { asset, messages } = await image('a.jpg', { 'a.jpg': png(3, 2) })
    expect(asset?.mediaType).toBe('image/png')
    expect(messages).toContain('it is PNG, expected JPEG by its name  figure-misnamed')
  })

  it('may contain the signature of another format', async () => {
    const named = Buffer.concat([Buffer.from(png(4, 2)), Buffer.from('<svg >')])
    expect((await image('a.png', { 'a.png': named })).asset?.mediaType).toBe('image/png')
  })

  it('may be an SVG in UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${svg('width="8" height="4"')}`, 'utf16le')
    expect((await image('a.svg', { 'a.svg': bytes })).asset?.width).toBe(8)
  })

  it('may be a compressed SVG', async () => {
    const { asset, problems } = await image('a.svgz', { 'a.svgz': gzipSync(svg('width="8" height="4"')) })
    expect(problems).toEqual([])
    expect(new TextDecoder().decode(asset?.data)).toContain('<svg')
  })

  it('may be contained in a data: address', async () => {
    const { asset, problems } = await image(
      `data:image/png;base64,${Buffer.from(png(4, 2)).toString('base64')}`,
    )
    expect(problems).toEqual([])
    expect(asset?.width).toBe(4)
  })

  it.each<[string, string, string | Uint8Array, string]>([
    ['an EPS', 'a.eps', '%!PS-Adobe-3.0 EPSF-3.0\n', 'epstopdf'],
    ['a HEIC', 'a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'Export it as JPEG'],
    ['a pointer of Git LFS', 'a.png', 'version https://git-lfs.github.com/spec/v1\n', 'git lfs pull'],
    ['a web page', 'a.png', '<!DOCTYPE html><html><svg></svg></html>', 'a web page, expected an image'],
    ['an empty file', 'a.png', '', 'the file is empty'],
    ['a broken PDF', 'a.pdf', '%PDF-1.4\nnothing', 'a PDF that can be read'],
    ['a PNG that ends in its head', 'a.png', png(3, 2).subarray(0, 12), 'a complete PNG picture'],
    ['a picture of too many pixels', 'a.png', withSize(png(3, 2), 50_000, 50_000), 'at most 120 million'],
    ['a GIF of too many pixels', 'a.gif', wideGif, 'at most 60 million'],
    ['a JPEG of too many scans', 'a.jpg', withScans(jpeg(9, 9), 200), 'more than 100 scans'],
    ['a picture without pixels', 'a.png', withSize(png(3, 2), 0, 0), 'it has no pixels'],
    [
      'a TIFF in floating point',
      'a.tif',
      tiff(4, 4, 300, [[339, 3, 1, 3]]),
      'a TIFF picture that can be decoded',
    ],
    [
      'an SVG whose entities multiply',
      'a.svg',
      `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${svg('', '&b;')}`,
      'its entities multiply',
    ],
    ['an SVG of endless copies', 'a.svg', svg('', bomb(9)), 'it copies its parts more than'],
    [
      'an SVG of endless depth',
      'a.svg',
      svg('', `${'<g>'.repeat(3000)}${'</g>'.repeat(3000)}`),
      'nested too deeply',
    ],
  ])('is reported: %s', async (_, name, data, remedy) => {
    const { asset, html, problems, messages } = await image(name, { [name]: data })
    expect(asset).toBeUndefined()
    expect(problems).toEqual(['figure-broken'])
    expect(messages).toContain(remedy)
    expect(html).toContain(`Missing image: ${name}`)
    expect(html).toContain('A picture.')
  })

  const header = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
  const indexed = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0]))
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 90])))
  const end = chunk('IEND', Buffer.alloc(0))
  const damaged = (part: Buffer) => Buffer.concat([part.subarray(0, -4), Buffer.from([1, 2, 3, 4])])

  // Chromium 153 shows none of these.
  it.each<[string, string, Uint8Array | string, string]>([
    [
      'a PNG that is cut before its pixels',
      'a.png',
      png(3, 2).subarray(0, 40),
      'ends before the picture does',
    ],
    [
      'a PNG whose part is too long',
      'a.png',
      pngOf(header, lengthened(chunk('bKGD', Buffer.alloc(2)))),
      'ends before',
    ],
    [
      'a PNG with a damaged header',
      'a.png',
      pngOf(damaged(header), pixels, end),
      'check sum of its part IHDR',
    ],
    ['a PNG without pixels', 'a.png', pngOf(header, end), 'it has no pixels'],
    ['a PNG without its palette', 'a.png', pngOf(indexed, pixels, end), 'it has no palette'],
    ['a PNG of another kind', 'a.png', pngOf(header, chunk('ABCD', Buffer.alloc(1)), pixels, end), 'ABCD'],
    [
      'a JPEG that is cut before its pixels',
      'a.jpg',
      jpeg(9, 9).subarray(0, 34),
      'ends before the picture does',
    ],
    ['a WebP that is cut', 'a.webp', webp.subarray(0, -1), 'ends before the picture does'],
    ['a GIF that is cut before its pixels', 'a.gif', gif.subarray(0, 24), 'ends before the picture does'],
    ['an SVG that is cut', 'a.svg', svg('width="9" height="9"', '<g>').slice(0, -6), '`<g>` is not closed'],
    ['an SVG with an open element', 'a.svg', svg('', '<g>'), '`</svg>` closes `<g>`'],
    [
      'an SVG without its namespace',
      'a.svg',
      '<svg width="9" height="9"/>',
      'does not begin with `<svg xmlns',
    ],
    ['an SVG with an undeclared prefix', 'a.svg', svg('', '<use xlink:href="#a"/>'), 'without `xmlns:xlink='],
    [
      'an SVG with entities of HTML',
      'a.svg',
      svg('', '\n<text>a&nbsp;b</text>'),
      '`&nbsp;`, which is not defined in line 2',
    ],
    ['an SVG with a bare ampersand', 'a.svg', svg('', '<text>a & b</text>'), 'expected `&amp;`'],
    ['an SVG with an attribute twice', 'a.svg', svg('', '<g id="a" id="b"/>'), '`id` twice'],
    ['an SVG without quotation marks', 'a.svg', svg('', '<g id=a />'), 'broken or cut off'],
    ['an SVG after an empty line', 'a.svg', `\n<?xml version="1.0"?>${svg('', '')}`, 'does not begin with'],
    ['an SVG with words after it', 'a.svg', `${svg('', '')} more`, 'outside of its root'],
  ])('is not printed: %s', async (_, name, data, words) => {
    const { asset, problems, messages } = await image(name, { [name]: data })
    expect(asset).toBeUndefined()
    expect(problems).toEqual(['figure-broken'])
    expect(messages).toContain(`Unexpected content of \`${name}\``)
    expect(messages).toContain(words)
  })

  it.each<[string, string, Uint8Array, string]>([
    ['a PNG that is cut', 'a.png', pngOf(header, pixels).subarray(0, -3), 'ends before the picture does'],
    ['a PNG without its end', 'a.png', pngOf(header, pixels), 'ends before the picture does'],
    ['a PNG with damaged pixels', 'a.png', pngOf(header, damaged(pixels), end), 'check sum of its pixels'],
    ['a GIF that is cut', 'a.gif', gif.subarray(0, -4), 'ends before the picture does'],
    ['a JPEG that is cut', 'a.jpg', jpeg(9, 9).subarray(0, -2), 'ends before the picture does'],
  ])('is shown in part, and reported: %s', async (_, name, data, words) => {
    const { asset, problems, messages } = await image(name, { [name]: data })
    expect(asset?.data).toEqual(data)
    expect(problems).toEqual(['figure-broken'])
    expect(messages).toContain(words)
  })

  const text = chunk('tEXt', Buffer.from('a\0b'))
  const dtd =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
  it.each<[string, string, Uint8Array | string]>([
    ['with a damaged comment', 'a.png', pngOf(header, damaged(text), pixels, end)],
    ['with a cut end', 'a.png', pngOf(header, pixels, end).subarray(0, -2)],
    ['with words after its end', 'a.png', pngOf(header, pixels, end, Buffer.from('words'))],
    ['that is complete', 'a.gif', gif],
    ['without its last byte', 'a.gif', gif.subarray(0, -1)],
    ['that is complete', 'a.webp', webp],
    ['with words after its end', 'a.jpg', Buffer.concat([jpeg(9, 9), Buffer.from('words')])],
    [
      'that gives its namespace by an entity',
      'a.svg',
      `${dtd} [<!-- it's --><!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="9" height="9"/>`,
    ],
    ['with entities of another file', 'a.svg', `${dtd}>${svg('', '<text>&nbsp;</text>')}`],
    ['with a prefix on every element', 'a.svg', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>'],
    [
      'with scripts and styles',
      'a.svg',
      svg('', '<style><![CDATA[a > b & c < d]]></style><?php x ?><!-- - -->'),
    ],
    ['with `>` in an attribute', 'a.svg', svg('', "<g id='a>b\"'\n/>")],
  ])('is shown: %s', async (_, name, data) => {
    const { asset, problems } = await image(name, { [name]: data })
    expect(asset).toBeDefined()
    expect(problems).toEqual([])
  })

  it('may be an SVG in another encoding that it declares', async () => {
    const drawing = `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('', '<text>\xe9</text>')}`
    const { asset } = await image('a.svg', { 'a.svg': Buffer.from(drawing, 'latin1') })
    expect(new TextDecoder().decode(asset?.data)).toContain('<text>é</text>')
  })

  it('is replaced by the same picture in another format if it cannot be shown', async () => {
    const { asset, problems } = await image('a.eps', { 'a.eps': '%!PS', 'a.png': png(3, 2) })
    expect(asset?.mediaType).toBe('image/png')
    expect(problems).toEqual(['figure-name'])
  })

  it('is left out if all images together have too many pixels', async () => {
    const size = Buffer.from([0, 0, 0x2a, 0x94, 0, 0, 0x2a, 0x94, 1, 0, 0, 0, 0])
    const large = pngOf(chunk('IHDR', size), pixels, end)
    const files = Object.fromEntries(
      Array.from({ length: 4 }, (_, at) => [`${at}.png`, Buffer.concat([large, Buffer.alloc(at)])]),
    )
    const text = Object.keys(files).map(name => `![A picture.](${name})\n`)
    const { messages, article } = await buildArticle({ 'article.md': text.join('\n'), ...files })
    expect(article.assets.size).toBe(3)
    expect(messages.filter(line => line.includes('exceed 400 million pixels'))).toHaveLength(1)
  })

  it('may not refer to other files', async () => {
    const drawing = svg('width="9" height="9"', '<image href="photo.png"/><use href="#a"/>')
    const { problems, messages } = await image('a.svg', { 'a.svg': drawing })
    expect(problems).toEqual(['figure-incomplete'])
    expect(messages).toContain('reference to photo.png')
  })
})

describe('the text of an SVG', () => {
  it.each([
    ['in letters of a font', '<text y="9" font-family="Georgia, serif">Word</text>', ['figure-font']],
    ['in a style', '<text style="font-size: 9px; font-family: Courier New">Word</text>', ['figure-font']],
    ['in a font like the one that replaces it', '<text y="9" font-family="Arial">Word</text>', []],
    ['in no font', '<text y="9">Word</text>', []],
    [
      'with its font',
      '<style>@font-face { font-family: a; src: url(data:font/woff2;base64,AA) }</style><text font-family="a">Word</text>',
      [],
    ],
    ['in outlines', '<path d="M0 0h9"/>', []],
  ])('%s', async (_, content, expected) => {
    expect((await image('a.svg', { 'a.svg': svg('width="9" height="9"', content) })).problems).toEqual(
      expected,
    )
  })
})

describe('the name of an image', () => {
  const drawing = svg('width="9" height="9"')
  it.each<[string, string, Files, readonly string[]]>([
    ['has spaces', '<my figure.svg>', { 'my figure.svg': drawing }, []],
    ['is percent-encoded', 'my%20figure.svg', { 'my figure.svg': drawing }, []],
    ['has a percent sign', '<100%25.svg>', { '100%.svg': drawing }, []],
    ['has a query', 'a.svg?raw=true', { 'a.svg': drawing }, []],
    ['begins at the folder', './a.svg', { 'a.svg': drawing }, []],
    ['begins at the root', '/figures/a.svg', { 'figures/a.svg': drawing }, []],
    ['has backslashes', 'figures\\a.svg', { 'figures/a.svg': drawing }, []],
    ['goes up and down', 'figures/../a.svg', { 'a.svg': drawing }, []],
    ['has no extension', 'figures/a', { 'figures/a.svg': drawing }, []],
    ['has a wildcard as extension', 'figures/a.*', { 'figures/a.svg': drawing }, []],
    ['has dots', 'v1.2', { 'v1.2.svg': drawing }, []],
    ['has another case', 'Figures/A.SVG', { 'figures/a.svg': drawing }, ['figure-name']],
    ['has another extension', 'a.pdf', { 'a.svg': drawing }, ['figure-name']],
    ['is the name of no file', 'b.svg', { 'a.svg': drawing }, ['figure-missing']],
    ['is on the web', 'https://example.org/a.svg', { 'a.svg': drawing }, ['figure-remote']],
    ['leaves the folder', '../a.svg', { '../a.svg': drawing }, ['figure-outside']],
    ['is an address on the disk', 'file:///etc/passwd', {}, ['figure-outside']],
  ])('%s', async (_, url, files, expected) => {
    const { problems, asset } = await image(url, files)
    expect(problems).toEqual(expected)
    expect(asset === undefined).toBe(expected.some(rule => rule !== 'figure-name'))
  })

  it('prefers a vector if it has no extension', async () => {
    const { asset } = await image('a', { 'a.png': png(3, 2), 'a.svg': drawing })
    expect(asset?.mediaType).toBe('image/svg+xml')
  })

  it('may lead out of the folder into the repository that contains it', async () => {
    const host = memoryHost({
      '/home/repository/.git/HEAD': '',
      '/home/repository/shared/a.svg': drawing,
      '/home/b.svg': drawing,
    })
    const folder = '/home/repository/paper'
    const folders = { folder, root: await projectRoot(folder, host) }
    expect((await findImage('../shared/a.svg', folders, host)).outcome).toBe('found')
    expect((await findImage('../../b.svg', folders, host)).outcome).toBe('outside')
  })
})

describe('the size of a figure', () => {
  const files = { 'a.png': png(300, 150, 300), 'b.svg': svg('width="200" height="100"') }
  it.each([
    ['', 'width: 96px'],
    ['{width=0.5\\linewidth}', 'width: 50%'],
    ['{width=".8\\\\textwidth"}', 'width: 80%'],
    ['{width=\\columnwidth}', 'width: 100%'],
    ['{width="50 %"}', 'width: 50%'],
    ['{width=0.6}', 'width: 60%'],
    ['{out.width="70%"}', 'width: 70%'],
    ['{fig-width=2}', 'width: 2in'],
    ['{height=3cm}', 'width: calc(3cm * 2.0000)'],
    ['{width=50% height=3cm}', 'width: min(50%, calc(3cm * 2.0000))'],
    ['{scale=0.5}', 'width: 48px'],
    ['{scale=200%}', 'width: 192px'],
  ])('%s is %s', async (attributes, style) => {
    const { html, messages } = await image('a.png', files, attributes)
    expect(messages).toBe('')
    expect(html).toContain(`style="--panels: 1; ${style}"`)
  })

  it.each(['width=wide', 'height=50%', 'scale=-1', 'width=0'])('is not %s', async attribute => {
    const { messages } = await image('a.png', files, `{${attribute}}`)
    expect(messages).toContain('nudge-invalid')
  })

  it('is the width in the attribute, without its other parts', async () => {
    const { html } = await buildArticle({
      'article.md': '![Half.](a.svg){width=50%}\n\n![Evil.](a.svg){width="1px;color:red"}\n',
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    })
    expect(html).toMatch(/class="panels" style="[^"]*width: 50%/)
    expect(html).not.toContain('color:red')
  })

  it('is shared by several panels', async () => {
    const text = '::: {#fig:x}\n![Left.](a.png) ![Right.](b.svg)\n:::\n'
    const { html } = await buildArticle({ 'article.md': text, ...files })
    expect(html).toContain('style="--panels: 2"')
  })
})

describe('a PDF as a figure', () => {
  const pages = pdf({ content: '' }, { content: '', entries: '/MediaBox [0 0 50 50]' })
  it.each(['a.pdf#page=2', 'a.pdf?x=1#page=2'])('is the page that %s names', async url => {
    expect((await image(url, { 'a.pdf': pages })).asset?.width).toBeCloseTo(50 / 0.75, 1)
  })

  it('is the page that an attribute names', async () => {
    const { asset, problems } = await image('a.pdf', { 'a.pdf': pages }, '{page=2}')
    expect(problems).toEqual([])
    expect(asset?.width).toBeCloseTo(50 / 0.75, 1)
  })

  it('is reported if the page does not exist', async () => {
    const { problems, messages } = await image('a.pdf#page=3', { 'a.pdf': pages })
    expect(problems).toEqual(['figure-broken'])
    expect(messages).toContain('one from 1 to 2')
  })

  it('is reported if its fonts are not embedded', async () => {
    const { asset, problems } = await image('a.pdf', {
      'a.pdf': pdf({ content: 'BT /F1 20 Tf 9 9 Td (Word) Tj ET' }),
    })
    expect(asset?.page).toBeInstanceOf(Uint8Array)
    expect(problems).toEqual(['figure-font'])
  })
})

/** A PNG with another size in its header; the check sum of the header is then wrong. */
function withSize(data: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Buffer.from(data)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** A chunk with a length beyond the end of the file. */
function lengthened(part: Buffer): Buffer {
  const bytes = Buffer.from(part)
  bytes.writeUInt32BE(0x3fffffff)
  return bytes
}

/** A drawing in which each group uses the group before ten times. */
function bomb(levels: number): string {
  const groups = Array.from(
    { length: levels },
    (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`,
  )
  return `<rect id="g0"/><defs>${groups.join('')}</defs><use href="#g${levels}"/>`
}
