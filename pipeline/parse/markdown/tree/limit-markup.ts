/**
 * Bounds the work of the Markdown parser, whose time grows with the square or the cube of the marks in a
 * paragraph and with the depth of blocks. Marks beyond a limit that no author reaches are replaced, one
 * character by one, by characters that mean nothing in Markdown, so that positions stay; `restoreMarks` puts
 * the marks back into the parsed tree, where they are text.
 */
import type { Root } from 'mdast'
import { branchesOf } from './branches.ts'
import { noteExcess } from './excess-markup.ts'

/** Blocks inside blocks: quotations, lists. */
const MOST_CONTAINERS = 50
/** Columns before the marker of a list item that is not deeper than `MOST_CONTAINERS`. */
const MOST_INDENT = 2 * MOST_CONTAINERS
/** Marks of one kind in a paragraph; fewer in a paragraph of more than `STEPS / MOST_MARKS` characters. */
export const MOST_MARKS = 1000
const LEAST_MARKS = 20
const STEPS = 2e7
/** Characters that may be read in vain for runs of backticks without a partner in a paragraph. */
const LONE_STEPS = 2e6
/** Flat pairs in a paragraph, which do not count as marks. */
export const MOST_PAIRS = 5000
/** The characters `[` to `]` of a footnote mark, a citation or a simple link, which are read in one go. */
const flatPair = /[!^]?\[[^[\]`]{1,200}\](?:\([^\s()<>"'`]{0,999}\)|(?![({]))/g

const marks = '`*_~^[]<{$@>-+.)'
/** The kinds of marks that are counted together. */
const kinds: Readonly<Record<string, number>> = {
  '*': 0,
  _: 0,
  '~': 1,
  '^': 1,
  '[': 2,
  ']': 3,
  '<': 4,
  '{': 5,
  $: 6,
  '@': 7,
}
/** Asterisks and underscores between spaces open and close nothing. */
const counted = /(?<!\S)(\*+|_+)(?!\S)|[*_~^[\]<{$@]/g
const boundary =
  /^[ \t>]*(?:$|`{3}|~{3}|:{3}|\||\+[-=]|#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t]|\[[^\]]{1,99}\]:)/

interface LimitedText {
  /** The text with stand-ins in the place of marks beyond the limits. */
  readonly text: string
  /** Stand-in → mark; undefined if the text is unchanged. */
  readonly standIns: ReadonlyMap<string, string> | undefined
}

/** Replaces the marks of `source` that are beyond the limits. The length and the lines stay the same. */
export function limitMarkup(source: string): LimitedText {
  if (source.length < 2 * LEAST_MARKS) return { text: source, standIns: undefined }
  const excess: number[] = []
  let at = 0
  let chunk = 0
  for (const line of source.split('\n')) {
    for (const offset of deepMarkers(line)) excess.push(at + offset)
    if (boundary.test(line)) {
      collectExcess(source, chunk, at, excess)
      // A fence is not cut into.
      chunk = /^[ \t>]*(?:`{3}|~{3})/.test(line) ? at + line.length : at
    }
    at += line.length + 1
  }
  collectExcess(source, chunk, source.length, excess)
  if (excess.length === 0) return { text: source, standIns: undefined }
  const first = unusedBlock(source)
  const characters = source.split('')
  const standIns = new Map<string, string>()
  for (const place of excess) {
    const mark = source.charAt(place)
    const standIn = String.fromCharCode(first + marks.indexOf(mark))
    standIns.set(standIn, mark)
    characters[place] = standIn
  }
  return { text: characters.join(''), standIns }
}

/** The offsets in the line of markers of containers that are nested too deeply. */
function deepMarkers(line: string): readonly number[] {
  if (line.length < MOST_CONTAINERS) return []
  const marker = /([ \t]*)(>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
  const deep: number[] = []
  let depth = 0
  for (let match = marker.exec(line); match; match = marker.exec(line)) {
    const indent = match[1]?.replaceAll('\t', '    ').length ?? 0
    if (++depth > MOST_CONTAINERS || indent >= MOST_INDENT) deep.push(marker.lastIndex - 1)
  }
  return deep
}

/** Adds the offsets of the marks in a paragraph that are beyond the limits. */
function collectExcess(source: string, from: number, to: number, excess: number[]): void {
  if (to - from < LEAST_MARKS) return
  const text = source.slice(from, to)
  for (const offset of loneBackticks(text)) excess.push(from + offset)
  const most = Math.max(LEAST_MARKS, Math.min(MOST_MARKS, STEPS / text.length))
  const counts = new Array<number>(8).fill(0)
  const inPairs = brackets(text)
  for (const { 0: mark, 1: loose, index } of text.matchAll(counted)) {
    if (loose !== undefined || inPairs.has(index)) continue
    const kind = kinds[mark] ?? 0
    counts[kind] = (counts[kind] ?? 0) + 1
    if ((counts[kind] ?? 0) > most) excess.push(from + index)
  }
}

/** The offsets of the brackets of flat pairs, and of the `^` before or in them. */
function brackets(text: string): ReadonlySet<number> {
  const offsets = new Set<number>()
  let count = 0
  for (const { 0: pair, index } of text.matchAll(flatPair)) {
    if (++count > MOST_PAIRS) break
    for (const { index: at } of pair.matchAll(/[[\]]|\^(?=\[)|(?<=\[)\^/g)) offsets.add(index + at)
  }
  return offsets
}

/**
 * The offsets of backticks that open nothing, if the parser would read too much in vain: it looks for the end
 * of each up to the end of the paragraph.
 */
function loneBackticks(text: string): readonly number[] {
  const runs = [...text.matchAll(/`+/g)]
  const last = new Map<number, number>()
  for (const [index, { 0: run }] of runs.entries()) last.set(run.length, index)
  const lone: number[] = []
  for (let index = 0; index < runs.length; index++) {
    const [run = ''] = runs[index] ?? []
    if ((last.get(run.length) ?? index) > index) {
      while (runs[++index]?.[0].length !== run.length);
    } else lone.push(index)
  }
  const inVain = lone.reduce((steps, index) => steps + text.length - (runs[index]?.index ?? 0), 0)
  if (inVain <= LONE_STEPS) return []
  return lone.flatMap(index => {
    const run = runs[index]
    return run ? Array.from(run[0], (_, offset) => run.index + offset) : []
  })
}

/** The first of as many unused characters of the private use area as there are marks. */
function unusedBlock(source: string): number {
  let first = 0xf000
  while (first > 0xe000 && hasAny(source, first)) first -= marks.length
  return first
}

function hasAny(source: string, first: number): boolean {
  const last = String.fromCharCode(first + marks.length - 1)
  return new RegExp(`[${String.fromCharCode(first)}-${last}]`).test(source)
}

/**
 * Puts the marks back into all strings of the tree, in place, and notes the places of text that shows one in
 * `excessMarkup` of the root, to be reported.
 */
export function restoreMarks(tree: Root, standIns: ReadonlyMap<string, string>): void {
  const pattern = new RegExp(`[${[...standIns.keys()].join('')}]`, 'g')
  const restored = (text: string) => text.replace(pattern, standIn => standIns.get(standIn) ?? standIn)
  for (const { children } of branchesOf(tree)) {
    for (const child of children) {
      const isChanged = restoreIn(child, restored, 0)
      // A citation shows the rest of its bracket as its suffix.
      const isShown = child.type === 'text' || child.type === 'citation'
      if (!isChanged || !isShown || !child.position) continue
      noteExcess(tree, child.position)
    }
  }
}

/** The greatest depth of data in a node: an item of a citation, its attributes, a value. */
const MOST_DATA = 6

/** Restores the strings of a node, without its children. Returns true if one has changed. */
function restoreIn(value: object, restored: (text: string) => string, depth: number): boolean {
  let isChanged = false
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      const text = restored(inner)
      if (text === inner) continue
      Object.assign(value, { [key]: text })
      isChanged = true
    } else if (typeof inner === 'object' && inner !== null && isData(value, key) && depth < MOST_DATA) {
      isChanged = restoreIn(inner, restored, depth + 1) || isChanged
    }
  }
  return isChanged
}

function isData(owner: object, key: string): boolean {
  return key !== 'position' && !(key === 'children' && 'type' in owner)
}
