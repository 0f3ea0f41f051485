/**
 * A name in one string → its parts, which are the same for `Tilda van der Brakel` and
 * `van der Brakel, Tilda`. Names of institutions stay whole.
 */
import type { PersonName } from '../../model/metadata.ts'
import { isEastAsian } from '../../values/east-asian-script.ts'
import { familyOfSecondScript, isSurname } from './east-asian-names.ts'

/** The parts of a name, and the degrees after it, such as "Ph.D." */
interface SplitName {
  readonly name: PersonName
  readonly degrees: readonly string[]
}

const degree =
  /^(Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Sc|M\.?S|M\.?A|B\.?Sc|B\.?A|M\.?P\.?H|MBBS|MBA|R\.?N|Dr\.?P\.?H|Sc\.?D|Ed\.?D|J\.?D|D\.?V\.?M|Pharm\.?D|FRCP|FRCS|FAAN|CPH|MPhil|M\.?Eng|Dipl\.?-?Ing)\.?$/
const generation = /^(Jr|Sr)\.?$|^(II|III|IV|V)$/

/** `language`: the language of the article, in which Hungarian names have the family name first. */
export function splitName(full: string, language = ''): SplitName {
  const scripts = splitScripts(full)
  if (scripts) return { name: nameInTwoScripts(full, scripts, language), degrees: [] }
  const [first = '', ...after] = full.split(/\s*[,，]\s*/)
  const degrees = after.filter(part => degree.test(part))
  const suffixes = after.filter(part => generation.test(part))
  const rest = after.filter(part => !degree.test(part) && !generation.test(part))
  const suffix = suffixes.length > 0 ? { suffix: suffixes.join(' ') } : {}
  if (rest.length === 0) return { name: { ...splitWords(first, language), ...suffix }, degrees }
  // "Institute, the Group of …" is not a family name followed by a given name.
  if (rest.length > 1 || !/^\p{Lu}|^\p{Lo}/u.test(rest[0] ?? ''))
    return { name: { literal: full }, degrees: [] }
  const given = (rest[0] ?? '').split(/\s+/)
  // "Brakel, Tilda van der": in running text the particle comes before the family name.
  const start = given.findLastIndex(word => !isParticle(word)) + 1
  const trailing = given.slice(start).join(' ')
  const family = first.split(/\s+/)
  // "King Jr., Martin"
  const last = family.length > 1 && generation.test(family.at(-1) ?? '') ? family.pop() : undefined
  return {
    name: {
      given: given.slice(0, start).join(' '),
      ...(trailing !== '' && { particle: trailing }),
      ...splitParticle(family),
      ...(last !== undefined && { suffix: last }),
      ...suffix,
    },
    degrees,
  }
}

function splitWords(full: string, language: string): PersonName {
  const words = full.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (words.length > 2 && generation.test(last) && last !== 'V') {
    return { ...splitWords(words.slice(0, -1).join(' '), language), suffix: last }
  }
  // "Author 2" has no family name.
  if (words.length === 1 || !/\p{L}/u.test(last)) return { literal: full }
  if (isEastAsian(full) || /^hu\b/.test(language)) return familyFirst(words)
  const capitals = capitalFamily(words)
  if (capitals === 'first') return { ...familyFirst(words), display: full }
  const start = capitals ?? familyStart(words)
  return { given: words.slice(0, start).join(' '), ...splitParticle(words.slice(start)) }
}

function familyFirst([family = '', ...given]: readonly string[]): PersonName {
  return { given: given.join(' '), family }
}

/**
 * Where the family name is, if the author writes it in capitals and the rest of the name not: its first word,
 * or `first` for `DOE Jane`. Undefined for other names.
 */
function capitalFamily(words: readonly string[]): number | 'first' | undefined {
  const isCapital = words.map(word => /^[\p{Lu}\p{M}'’-]{2,}$/u.test(word) && /\p{Lu}.*\p{Lu}/u.test(word))
  const from = isCapital.indexOf(true)
  const until = isCapital.lastIndexOf(true)
  if (from < 0 || isCapital.every(Boolean) || isCapital.slice(from, until).includes(false)) return undefined
  if (until === words.length - 1) return from > 0 ? from : undefined
  const [first = ''] = words
  // "JR Smith" begins with initials, "LI Wei" and "DOE Jane" with a family name.
  const isName = first.length > 3 || isSurname(first) || (first.length === 3 && /[AEIOUY]/.test(first))
  return from === 0 && until === 0 && isName ? 'first' : undefined
}

/** The index of the first word of the family name: a particle, or the last word. */
function familyStart(words: readonly string[]): number {
  const hasMiddleVan = isSurname(words[0] ?? '')
  const start = words.findIndex(
    (word, index) =>
      index > 0 &&
      (isParticle(word) || index === words.length - 1 || (capitalParticle.test(word) && !hasMiddleVan)),
  )
  return start
}

/** Particles that are part of the family name when they have a capital: `Eva Van Delft`, `Maria De Souza`. */
const capitalParticle =
  /^(?:Van|Von|Vander|Vanden|Ten|Ter|Te|De|Del|Dela|Della|Delle|Dello|Degli|Der|Den|Des|Di|Da|Das|Dos|Du|La|Las|Le|Les|Lo|Los|El|Al|Bin|Ibn|Ben|Abu|Mac|Mc|Ó|Ní|Zu|Zum|Zur|St\.?|Saint|Santa)$/

function splitParticle(words: readonly string[]): PersonName {
  const start = words.findIndex((word, i) => !isParticle(word) || i === words.length - 1)
  const particle = words.slice(0, start).join(' ')
  return { ...(particle !== '' && { particle }), family: words.slice(start).join(' ') }
}

/** `van`, `de` and the `'t` of `van 't Hoff`. */
function isParticle(word: string): boolean {
  return /^['’]?\p{Ll}+$/u.test(word)
}

interface Scripts {
  readonly latin: string
  /** The name in another script, without brackets. */
  readonly other: string
}

/** `Wang Xiaoming (王小明)`, `王小明 (Wang Xiaoming)`: a name in two scripts. */
function splitScripts(full: string): Scripts | undefined {
  const [, before = '', inside = ''] = /^(.+?)\s*[([（]([^()[\]（）]+)[)\]）]$/.exec(full) ?? []
  if (before === '') return undefined
  const isLatin = (text: string) => /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(text)
  const isOther = (text: string) => /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text)
  if (isLatin(before) && isOther(inside)) return { latin: before, other: inside }
  return isOther(before) && isLatin(inside) ? { latin: inside, other: before } : undefined
}

/** The parts are those of the Latin letters, which citations use; both scripts are printed. */
function nameInTwoScripts(full: string, { latin, other }: Scripts, language: string): PersonName {
  const words = latin.split(/\s+/)
  const family = familyOfSecondScript(words, other)
  const { name } = splitName(latin, language)
  if (family === undefined || latin.includes(',')) return { ...name, display: full }
  const given = words.filter(word => word !== family)
  return { given: given.join(' '), family, display: full }
}

/** Words that only names of institutions and groups contain. */
const institution =
  /(?:^|\s)(?:Consortium|Collaboration|Organi[sz]ation|University|Universit(?:y|é|ät|à|eit)|Universidad|Institute?|Instituto?|Ministry|Ministère|Association|Committee|Commission|Foundation|Initiative|Investigators|Network|Laborator(?:y|ies)|Department|Agency|Authority|Academy|Federation|Hospital|GmbH|Inc\.?|Ltd\.?|Working Group|Study Group|Task Force)(?=$|[\s,])/
/** Words that names of institutions contain and people may bear. */
const perhapsInstitution =
  /(?:^|\s)(?:Group|Team|Bank|Union|Society|Council|Office|Bureau|Board|Cent(?:er|re)|Survey|Service|Program(?:me)?|Project|Alliance|Club|School|College|Museum|Library|Trust)(?=$|[\s,])/

/** True for the name of an institution or a group: "World Health Organization", "The ARCH Study Team". */
export function isInstitution(name: string): boolean {
  const words = name.split(/\s+/).length
  if (words < 2) return false
  if (institution.test(name)) return true
  return perhapsInstitution.test(name) && (words > 2 || /^The\s/.test(name)) && !/\b\p{Lu}\./u.test(name)
}
