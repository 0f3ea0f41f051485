/**
 * Separates a name from the notes, affiliation marks, e-mail address and ORCID iD that authors write into it.
 * `Jörg Buchwald^[corresponding author]$^{1,2}$` → the name, a note, two marks.
 */
import { isInstitution } from './name.ts'
import { plainPhrase } from './plain-phrase.ts'

interface MarkedName {
  readonly name: string
  readonly notes: readonly string[]
  /** Marks of affiliations and notes, as written: `1`, `*`. */
  readonly marks: readonly string[]
  readonly email?: string
  readonly orcid?: string
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export function readMarkedName(text: string): MarkedName {
  const notes: string[] = []
  const marks: string[] = []
  const addMarks = (list: string) => {
    marks.push(
      ...list
        .replaceAll('\\', '')
        .split(/[,;\s]+/)
        .filter(mark => mark !== ''),
    )
    return ''
  }
  let orcid: string | undefined
  let email: string | undefined
  let rest = text.replace(
    /\^\[((?:[^[\]]|\[[^\]]*\])*)\]|\\(?:thanks|footnote)\{([^{}]*)\}/g,
    (_, inline, tex) => {
      notes.push(String(inline ?? tex).trim())
      return ''
    },
  )
  rest = rest
    .replace(
      /<sup>([^<]*)<\/sup>|\\textsuperscript\{([^{}]*)\}|\$\^\{?([^{}$]*)\}?\$|\^([^^\s]+|[\p{L}\d*†‡§¶#](?:\\?\s*(?:[,;]\\?\s*)?[\p{L}\d*†‡§¶#])*)(?:\^|$)/giu,
      (_, ...groups) =>
        addMarks(groups.slice(0, 4).find((group): group is string => typeof group === 'string') ?? ''),
    )
    .replace(new RegExp(`[${superscripts}][${superscripts},]*`, 'g'), list =>
      addMarks(list.replace(/[^,]/g, digit => String(superscripts.indexOf(digit)))),
    )
    .replace(
      /[([<]?(?:https?:\/\/orcid\.org\/|orcid:?\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])[)\]>]?/i,
      (_, id: string) => {
        orcid = id
        return ''
      },
    )
    .replace(/[(<]?\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)[)>]?/, (_, address: string) => {
      email = address
      return ''
    })
    .replace(
      /(?<!\s)\s*\(([^()]*(?:corresponding|equal|contribut|deceased|first author)[^()]*)\)\s*$/i,
      (_, note: string) => {
        notes.push(note.trim())
        return ''
      },
    )
    .replace(/\s*(\\?\*+|[†‡§¶]+)$/, (_, mark: string) => addMarks(mark.replace('\\', '')))
  return {
    name: plainPhrase(rest).replace(/[,;\s]+$/, ''),
    notes,
    marks,
    ...(orcid !== undefined && { orcid }),
    ...(email !== undefined && { email }),
  }
}

/**
 * The people of one item in a list of authors: several if it joins names by "and", `Jane Doe^1^ and Max
 * Roe^2^`. "Institute of Water and Land" is one.
 */
export function peopleOf(text: string): readonly string[] {
  const people = splitPeople(text)
  const isPerson = (person: string) => {
    const { name } = readMarkedName(person)
    return /^\p{Lu}\S*(?:\s+\S+)+$/u.test(name) && !isInstitution(name) && !/\s(?:of|for|the)\s/.test(name)
  }
  return people.length > 1 && people.every(isPerson) && !isInstitution(text) ? people : [text]
}

/**
 * Splits a string of several people at `;`, `and`, `&` and line ends. Splits at commas, too, if every name
 * has two words.
 */
export function splitPeople(text: string): readonly string[] {
  const pieces = text
    .split(/\s*;\s*|\s+and\s+|\s*\\and\s*|\s+&\s+|\n+/i)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
  return pieces.flatMap(piece => {
    const names = splitAtCommas(piece).filter(name => name !== '')
    const isList = names.length > 1 && names.every(name => /^\p{Lu}\S*(\s+\S+)+$/u.test(name))
    return isList ? names : [piece]
  })
}

/** The marks of a name, in which a comma separates marks: `^1,2^`, `<sup>1,2</sup>`, `$^{1,2}$`. */
const raisedMarks = /\^[^\s^]*\^|<sup>[^<]*<\/sup>|\$\^[^$]*\$|\\textsuperscript\{[^{}]*\}|\^?\[[^\]]*\]/giu
/** Stands for a comma in a mark while a text is split: a noncharacter of Unicode. */
const commaInMark = '\uFDD0'

/** Splits a text at its commas, except those in marks. */
function splitAtCommas(text: string): readonly string[] {
  return text
    .replace(raisedMarks, mark => mark.replaceAll(',', commaInMark))
    .split(/\s*,\s*/)
    .map(piece => piece.replaceAll(commaInMark, ','))
}
