/**
 * A name in one string → its parts, which are the same for `Tilda van der Brakel` and
 * `van der Brakel, Tilda`.
 */
import type { PersonName } from '../../model/metadata.ts'

/** The parts of a name, and the degrees after it, such as "Ph.D." */
interface SplitName {
  readonly name: PersonName
  readonly degrees: readonly string[]
}

const degree =
  /^(Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Sc|M\.?S|M\.?A|B\.?Sc|B\.?A|M\.?P\.?H|MBBS|MBA|R\.?N|Dr\.?P\.?H|Sc\.?D|Ed\.?D|J\.?D|D\.?V\.?M|Pharm\.?D|FRCP|FRCS|FAAN|CPH|MPhil|M\.?Eng|Dipl\.?-?Ing)\.?$/
const generation = /^(Jr|Sr)\.?$|^(II|III|IV|V)$/

export function splitName(full: string): SplitName {
  const [first = '', ...after] = full.split(/\s*,\s*/)
  const degrees = after.filter(part => degree.test(part))
  const suffixes = after.filter(part => generation.test(part))
  const rest = after.filter(part => !degree.test(part) && !generation.test(part))
  const suffix = suffixes.length > 0 ? { suffix: suffixes.join(' ') } : {}
  if (rest.length === 0) return { name: { ...splitWords(first), ...suffix }, degrees }
  // "Institute, the Group of …" is not a family name followed by a given name.
  if (rest.length > 1 || !/^\p{Lu}/u.test(rest[0] ?? '')) return { name: { literal: full }, degrees: [] }
  const given = (rest[0] ?? '').split(/\s+/)
  // "Brakel, Tilda van der": in running text the particle comes before the family name.
  const start = given.findLastIndex(word => !isParticle(word)) + 1
  const trailing = given.slice(start).join(' ')
  return {
    name: {
      given: given.slice(0, start).join(' '),
      ...(trailing !== '' && { particle: trailing }),
      ...splitParticle(first.split(/\s+/)),
      ...suffix,
    },
    degrees,
  }
}

function splitWords(full: string): PersonName {
  const words = full.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (words.length > 2 && generation.test(last) && last !== 'V') {
    return { ...splitWords(words.slice(0, -1).join(' ')), suffix: last }
  }
  // "Author 2" has no family name.
  if (words.length === 1 || !/\p{L}/u.test(last)) return { literal: full }
  const start = words.findIndex((word, i) => i > 0 && (isParticle(word) || i === words.length - 1))
  return { given: words.slice(0, start).join(' '), ...splitParticle(words.slice(start)) }
}

function splitParticle(words: readonly string[]): PersonName {
  const start = words.findIndex((word, i) => !isParticle(word) || i === words.length - 1)
  const particle = words.slice(0, start).join(' ')
  return { ...(particle !== '' && { particle }), family: words.slice(start).join(' ') }
}

function isParticle(word: string): boolean {
  return /^\p{Ll}/u.test(word)
}
