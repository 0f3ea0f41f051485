/** A link to the ORCID record after an author's name: the small green iD icon, drawn here as SVG. */
import type { Element } from 'hast'
import { h, s } from 'hastscript'

const green = '#a6ce39'

/** A link to the ORCID record, with the iD icon. `orcid`: sixteen digits with their hyphens. */
export function orcidSign(orcid: string): Element {
  const sign = s('svg', { viewBox: '0 0 32 32', role: 'img', ariaLabel: 'ORCID iD' }, [
    s('circle', { cx: 16, cy: 16, r: 16, fill: green }),
    s('path', {
      fill: '#fff',
      fillRule: 'evenodd',
      d: 'M9 12h2.3v12H9zM10.15 7.4a1.55 1.55 0 1 1 0 3.1a1.55 1.55 0 1 1 0-3.1zM14 12h4.8a6 6 0 0 1 0 12H14zM16.3 14.1v7.8h2.3a3.9 3.9 0 0 0 0-7.8z',
    }),
  ])
  return h('a', { className: ['orcid'], href: `https://orcid.org/${orcid}` }, sign)
}
