/**
 * What a PDF says of itself, twice and alike: the Info dictionary for old readers, XMP (ISO 16684-1) for
 * the others. Whatever Chromium put there (its name, the clock) goes.
 */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from './library.ts'

export interface PdfMetadata {
  readonly title: string
  readonly authors: readonly string[]
  /** One sentence or the abstract. */
  readonly subject?: string
  readonly keywords?: readonly string[]
  /** BCP 47. */
  readonly language: string
  /** Absent: the PDF bears no date at all. */
  readonly created?: Date
  readonly doi?: string
  /** Name and version of the program. */
  readonly producer: string
}

const name = (text: string) => PDFName.of(text)

export function writeMetadata(document: PDFDocument, metadata: PdfMetadata): void {
  const { context, catalog } = document
  const info = context.obj({})
  const entries = {
    Title: metadata.title,
    Author: metadata.authors.join('; '),
    Subject: metadata.subject,
    Keywords: metadata.keywords?.join('; '),
    Producer: metadata.producer,
  }
  for (const [key, text] of Object.entries(entries)) {
    if (text) info.set(name(key), PDFHexString.fromText(text))
  }
  if (metadata.created) {
    for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.fromDate(metadata.created))
  }
  const previous = context.trailerInfo.Info
  if (previous instanceof PDFRef) context.assign(previous, info)
  else context.trailerInfo.Info = context.register(info)

  catalog.set(name('Lang'), PDFString.of(metadata.language))
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(name('DisplayDocTitle'), context.obj(true))
  catalog.set(name('ViewerPreferences'), preferences)
  const packet = new TextEncoder().encode(xmp(metadata))
  const stream = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(name('Metadata'), context.register(stream))
}

/**
 * Without `pdfuaid:part`: that claims a checked conformance to PDF/UA-1, which has not been validated and
 * which figures without a text alternative would break.
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

/** Text as XML 1.0 text; characters that XML cannot hold are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
