/** The journal: identifiers, title, ISSN, publisher (`journal-meta`). */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Journal } from '../../../journal/index.ts'

export function journalMeta({ manifest }: Journal): Element {
  const { title, abbreviation, issn, publisher, jats } = manifest
  const identifiers = Object.entries({ 'publisher-id': abbreviation ?? title, ...jats['journal-ids'] })
  return x('journal-meta', [
    ...identifiers.map(([type, value]) => x('journal-id', { 'journal-id-type': type }, value)),
    x('journal-title-group', [
      x('journal-title', title),
      ...(abbreviation === undefined
        ? []
        : [x('abbrev-journal-title', { 'abbrev-type': 'publisher' }, abbreviation)]),
    ]),
    // NLM's checker asks for `pub-type`, newer practice for `publication-format`. The DTD allows both.
    ...(issn === undefined
      ? []
      : [x('issn', { 'pub-type': 'epub', 'publication-format': 'electronic' }, issn)]),
    ...(publisher === undefined ? [] : [x('publisher', [x('publisher-name', publisher)])]),
  ])
}
