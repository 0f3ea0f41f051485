/**
 * Writes the metadata of a PDF twice: as Info dictionary for old readers, and as XMP (ISO 16684-1).
 * Chromium's entries (its name, the time) are removed.
 */
import type { PdfFile } from './file.ts'
import { dictOf, hexString, type PdfDict, type PdfValue, refTo, stringOf } from './values.ts'

export interface PdfMetadata {
  readonly title: string
  readonly authors: readonly string[]
  /** A sentence about the article, or its abstract. */
  readonly subject?: string
  readonly keywords?: readonly string[]
  /** The language of the article (BCP 47). */
  readonly language: string
  /** The date of the PDF; without it the PDF has no date. */
  readonly created?: Date
  readonly doi?: string
  /** The name of the program, with its version if it has one. */
  readonly producer: string
}

export function writeMetadata(file: PdfFile, metadata: PdfMetadata): void {
  const info: PdfDict = new Map()
  const texts = {
    Title: metadata.title,
    Author: metadata.authors.join('; '),
    Subject: metadata.subject,
    Keywords: metadata.keywords?.join('; '),
    Producer: metadata.producer,
  }
  for (const [key, text] of Object.entries(texts)) {
    if (text) info.set(key, hexString(text))
  }
  if (metadata.created) {
    for (const key of ['CreationDate', 'ModDate']) info.set(key, dateText(metadata.created))
  }
  file.set(file.info, info)

  const catalog = file.dict(refTo(file.root))
  if (!catalog) throw new Error('Unexpected PDF without a catalog')
  catalog.set('Lang', stringOf(metadata.language))
  const preferences = file.dict(catalog.get('ViewerPreferences')) ?? new Map<string, PdfValue>()
  catalog.set('ViewerPreferences', preferences.set('DisplayDocTitle', 'true'))
  const number = file.reserve()
  const dict = dictOf({ Type: '/Metadata', Subtype: '/XML' })
  // Not compressed, so that programs find it without reading PDF (ISO 16684-1).
  file.setStream(number, { dict, data: new TextEncoder().encode(xmp(metadata)) })
  catalog.set('Metadata', refTo(number))
}

/** `D:20200102030405Z` (ISO 32000-1, 7.9.4). */
function dateText(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z)`
}

/**
 * The XMP packet. `pdfuaid:part` is left out: it would claim conformance to PDF/UA-1, which was not validated
 * and which a figure without a text alternative would break.
 */
function xmp(metadata: PdfMetadata): string {
  const date = metadata.created?.toISOString().replace(/\.\d+Z$/, 'Z')
  const doi = metadata.doi
  const properties = [
    property('dc:format', 'application/pdf'),
    array('dc:title', 'Alt', [metadata.title], 'x-default'),
    array('dc:creator', 'Seq', metadata.authors),
    array('dc:description', 'Alt', metadata.subject ? [metadata.subject] : [], 'x-default'),
    array('dc:subject', 'Bag', metadata.keywords ?? []),
    array('dc:language', 'Bag', [metadata.language]),
    property('dc:identifier', doi && `doi:${doi}`),
    property('prism:doi', doi),
    property('prism:url', doi && `https://doi.org/${doi}`),
    property('pdf:Producer', metadata.producer),
    property('pdf:Keywords', metadata.keywords?.join('; ')),
    property('xmp:CreateDate', date),
    property('xmp:ModifyDate', date),
    property('xmp:MetadataDate', date),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties.join('')}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function property(tag: string, value: string | undefined): string {
  return value ? `<${tag}>${escaped(value)}</${tag}>\n` : ''
}

function array(
  tag: string,
  kind: 'Alt' | 'Bag' | 'Seq',
  values: readonly string[],
  language?: string,
): string {
  if (values.length === 0) return ''
  const attribute = language === undefined ? '' : ` xml:lang="${language}"`
  const items = values.map(value => `<rdf:li${attribute}>${escaped(value)}</rdf:li>`).join('')
  return `<${tag}><rdf:${kind}>${items}</rdf:${kind}></${tag}>\n`
}

/** Text → XML 1.0 text; characters that XML does not allow are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
