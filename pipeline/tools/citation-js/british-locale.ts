/**
 * The CSL locale for British English, which plugin-csl does not have: its American locale with the quotation
 * marks and dates of British usage (Hart's Rules, ch. 9 and 11). "Title", → ‘Title’, and 3 March 2020.
 */
/** `american`: the text of the locale en-US. */
export function britishLocale(american: string): { readonly tag: string; readonly xml: string } {
  const xml = american
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(
      /(<date form="text">).*?(<\/date>)/s,
      `$1${part('day', ' ')}${part('month', ' ')}${part('year')}$2`,
    )
    .replace(/(<date form="numeric">).*?(<\/date>)/s, `$1${digits('day')}${digits('month')}${part('year')}$2`)
    .replace(
      /(<term name="(open|close)-(inner-)?quote">)[^<]*/g,
      (_, start, side, inner) => `${start}${marks(side, inner)}`,
    )
  return { tag: 'en-GB', xml }
}

function part(name: string, suffix = ''): string {
  return `<date-part name="${name}"${suffix === '' ? '' : ` suffix="${suffix}"`}/>`
}

function digits(name: string): string {
  return `<date-part name="${name}" form="numeric-leading-zeros" suffix="/"/>`
}

function marks(side: string, inner: string | undefined): string {
  const [open, close] = inner === undefined ? ['‘', '’'] : ['“', '”']
  return side === 'open' ? open : close
}
