/** Rules about works that `offprint cite` looks up. */
import type { RuleGuide } from './guide.ts'

export const lookupRules = {
  'lookup-address': {
    why: 'The work stays missing from the list of references. Write its entry yourself.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite --missing     # for a manuscript that cites [@url:https://example.org/wells]',
    right: 'offprint cite --missing     # for a manuscript that cites [@doi:10.1371/journal.pmed.0020124]',
  },
  'lookup-answer': {
    why: 'The entry of another work would be wrong in your bibliography. Nothing is added.',
    outputs: 'none',
    at: 'none',
    remark: 'Look at the page of the work, and write its entry yourself, or try again later.',
  },
  'lookup-failed': {
    why: 'Nothing is added for this work.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite 10.1371/journal.pmed.0020124     # without a connection',
    right: 'offprint cite 10.1371/journal.pmed.0020124 --timeout 60',
  },
  'lookup-identifier': {
    why: 'Registries know works by their identifiers, not by names and titles.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite "Snow, On cholera"',
    right: 'offprint cite 10.1371/journal.pmed.0020124',
  },
  'lookup-key': {
    why: 'Two works cannot have one key: citations would not be clear.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite 978-0-262-51763-8 --key snow1855     # a key that another work has',
    right: 'offprint cite 978-0-262-51763-8 --key book',
  },
  'lookup-missing': {
    why: 'Perhaps the identifier is misspelt. Nothing is added for this work.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite 10.1371/journal.pmed.002012',
    right: 'offprint cite 10.1371/journal.pmed.0020124',
  },
  'lookup-present': {
    why: 'The work would be in the bibliography twice. Nothing is added.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite pmid:16060722     # a work that the bibliography has, without this number',
    right: 'offprint cite pmid:16060723',
  },
  'lookup-target': {
    why: 'Offprint does not know where to write, or cannot write there.',
    outputs: 'none',
    at: 'command',
    wrong: 'offprint cite 10.1371/journal.pmed.0020124 --bibliography references.txt',
    right: 'offprint cite 10.1371/journal.pmed.0020124 --bibliography references.bib',
  },
} as const satisfies Record<string, RuleGuide>
