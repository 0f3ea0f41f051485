/**
 * Copyright and licence. The address of the licence is there twice, for readers of JATS and of NISO's access
 * indicators, and is the same in both.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { fillPattern } from '../../../values/pattern.ts'
import type { Writer } from '../writer.ts'

export function permissions({ article, journal }: Writer): Element[] {
  const { copyright, license, dates } = article.metadata
  const year = copyright?.year ?? dates?.published?.slice(0, 4)
  // As `{holder}` of the journal's own line (`resolve/front/imprint.ts`).
  const holder = copyright?.holder ?? journal.manifest.title
  const statement = article.imprint.copyright || undefined
  const url = license?.url === undefined ? undefined : licenseAddress(license.url)
  const words = license?.text ?? license?.id ?? url
  const isOpen = url !== undefined && /creativecommons\.org/.test(url)
  const content = [
    ...(statement === undefined ? [] : [x('copyright-statement', statement)]),
    ...(year === undefined || !/^\d{4}$/.test(year) ? [] : [x('copyright-year', year)]),
    x('copyright-holder', holder),
    ...(words === undefined
      ? []
      : [
          x(
            'license',
            {
              ...(isOpen && { 'license-type': 'open-access' }),
              ...(url !== undefined && { 'xlink:href': url }),
            },
            [
              ...(url === undefined ? [] : [x('ali:license_ref', url)]),
              x('license-p', fillPattern(journal.manifest.labels.license, { license: words })),
            ],
          ),
        ]),
  ]
  return [x('permissions', content)]
}

/** The address as Creative Commons writes it: by https, with a slash at the end. */
function licenseAddress(url: string): string {
  if (!/^https?:\/\/(?:www\.)?creativecommons\.org\//i.test(url)) return url
  return `${url
    .replace(/^http:/i, 'https:')
    .replace(/\/(?:deed|legalcode)(?:\.\w+)?$/, '')
    .replace(/\/*$/, '')}/`
}
