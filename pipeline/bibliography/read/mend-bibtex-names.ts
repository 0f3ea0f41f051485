/**
 * The names of a BibTeX entry as plugin-bibtex 0.9 reads them → names of CSL. Groups become literal names,
 * editors with a role move to the CSL variable of the role, and names in fields that the plug-in ignores are
 * added.
 */
import type { CslDraft, CslName } from '../../model/csl.ts'
import { ownValue } from '../../values/record.ts'
import type { LatexFields } from './prepare-bibtex.ts'
import { isBraced, separateNames, splitNames, withoutLetterBraces } from './split-names.ts'

interface NamesContext {
  readonly fields: LatexFields
  /** The names in a field, as CSL names; an empty list if the entry does not have the field. */
  readonly names: (field: string) => readonly unknown[]
}

const nameVariables: readonly (readonly [string, string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
]
/** Role of an editor in biblatex → CSL variable for people in that role. */
const editorRoles: Readonly<Record<string, string>> = {
  director: 'director',
  compiler: 'compiler',
  organizer: 'organizer',
  translator: 'translator',
  producer: 'producer',
}

/** Corrects the names of all fields and moves people to the variable of their role. */
export function mendNames(item: CslDraft, { fields, names: namesIn }: NamesContext): void {
  for (const [field, variable] of nameVariables) {
    const names = item[variable]
    if (Array.isArray(names)) item[variable] = mendNameList(names, fields[field] ?? '')
  }
  const role = ownValue(editorRoles, fields.editortype?.trim().toLowerCase() ?? '')
  if (role !== undefined && item.editor !== undefined && item[role] === undefined) {
    item[role] = item.editor
    delete item.editor
  }
  for (const field of contributorFields) {
    const names = mendNameList(namesIn(field), fields[field] ?? '')
    const variable =
      ownValue(editorRoles, fields[`${field}type`]?.trim().toLowerCase() ?? '') ?? 'contributor'
    const others = item[variable]
    if (names.length > 0) item[variable] = [...(Array.isArray(others) ? others : []), ...names]
  }
}

/** Fields of biblatex with names for which CSL has no variable of the same meaning. */
const contributorFields =
  'editora editorb editorc annotator commentator introduction foreword afterword'.split(' ')

/** What distinguishes people of one name in a family. */
const generation = /^(?:jr|sr|jun|sen|I{2,3}|IV|VI{0,3}|[2-9](?:nd|rd|th))\.?$/i

/**
 * The people of a field, from the names of the plug-in (`names`) and the LaTeX of the field (`written`).
 * Groups in braces become literal names. `and others` becomes the literal name "others", as in pandoc.
 */
function mendNameList(names: readonly unknown[], written: string): CslName[] {
  const pieces = splitNames(withoutLetterBraces(separateNames(written).value))
  return names.flatMap((rawName, at): CslName[] => {
    // The cast is safe: the plug-in gives CSL names.
    const name = { ...(rawName as CslName) }
    const piece = pieces.length === names.length ? (pieces[at] ?? '') : ''
    for (const part of ['family', 'given', 'suffix', 'non-dropping-particle'] as const) {
      const text = name[part]
        ?.replace(/\s+/g, ' ')
        .trim()
        .replace(/^"(.*)"$/, '$1')
      if (text === undefined || text === '') delete name[part]
      else name[part] = text
    }
    if (name.family === undefined && name.given !== undefined) {
      name.family = name.given
      delete name.given
    }
    if (name.family === undefined) return []
    // "et al." in the place of a name
    if (
      at > 0 &&
      /^et$/i.test(name['non-dropping-particle'] ?? name.given ?? '') &&
      /^al\.?$/i.test(name.family)
    )
      return [{ literal: 'others' }]
    // BibTeX expects `Doe, Jr., Jane`; many write `Doe, Jane, Jr.`
    if (generation.test(name.given ?? '') && name.suffix !== undefined && !generation.test(name.suffix)) {
      const { given, suffix } = name
      Object.assign(name, { given: suffix, suffix: given })
    }
    const given = name.given?.replace(/,?\s*\bet al\.?$/i, '')
    if (given !== undefined && given !== name.given) {
      // "Doe, Jane, et al." has the form of a name with "Jr."
      const { suffix, ...person } = name
      const whole = given === '' && suffix !== undefined ? { ...person, given: suffix } : { ...name, given }
      return [whole, { literal: 'others' }]
    }
    const isAlone = name.given === undefined && name['non-dropping-particle'] === undefined
    if (!isAlone || !(isBraced(piece) || piece.toLowerCase() === 'others')) return [name]
    return [{ literal: name.family }]
  })
}
