/**
 * Sets the formulas of a list with Offprint, and with LuaLaTeX and unicode-math in the same faces, and
 * compares the place of every character. The places by LuaLaTeX are kept in `reference.txt`, for machines
 * without LuaLaTeX.
 *
 *   npm run bench:formulas                          the formulas of formula-list.txt
 *   npm run bench:formulas -- my-list.txt           those of another list (LuaLaTeX is needed)
 *   npm run bench:formulas -- --set-reference       sets the list with LuaLaTeX and writes reference.txt
 *   npm run bench:formulas -- --keep /tmp/formulas  keeps the PDFs in this folder
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Comparison, compareGlyphs } from './compare-glyphs.ts'
import { type Glyph, type ListedFormula, readFormulaList } from './formula.ts'
import { glyphsByFormula } from './read-glyphs.ts'
import { hasLatex, setByLatex } from './set-by-latex.ts'
import { setByOffprint } from './set-by-offprint.ts'

/** The goals, in em. */
const goals = { mean: 0.03, largest: 0.12 }

const ownList = fileURLToPath(new URL('formula-list.txt', import.meta.url))
const referenceFile = new URL('reference.txt', import.meta.url)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'set-reference': { type: 'boolean' }, keep: { type: 'string' }, detail: { type: 'boolean' } },
})
const list = positionals[0] ?? ownList
const formulas = readFormulaList(readFileSync(list, 'utf8'))
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'offprint-formulas-'))

/** A stored character: its text, and the left, bottom, right and top of its ink in thousandths of an em. */
type StoredGlyph = readonly [text: string, ...box: readonly number[]]

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function stored(): Map<string, readonly Glyph[]> {
  if (!existsSync(referenceFile)) return new Map()
  const lines = readFileSync(referenceFile, 'utf8').trimEnd().split('\n')
  return new Map(
    lines.map(line => {
      const [key = '', glyphs = '[]'] = line.split('\t')
      // The cast is safe: this program has written the file.
      return [key, (JSON.parse(glyphs) as readonly StoredGlyph[]).map(glyphOf)]
    }),
  )
}

function glyphOf([text, ...box]: StoredGlyph): Glyph {
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map(length => length / 1000)
  return { text, left, bottom, right, top }
}

function keyOf({ isDisplay, tex }: ListedFormula): string {
  return `${isDisplay ? 'display' : 'inline'} ${tex}`
}

async function referenceOf(): Promise<Map<string, readonly Glyph[]>> {
  const known = stored()
  if (!values['set-reference'] && formulas.every(formula => known.has(keyOf(formula)))) return known
  if (!hasLatex()) throw new Error('LuaLaTeX is needed for formulas that are not in reference.txt.')
  const glyphs = await glyphsByFormula(await setByLatex(formulas, join(folder, 'latex')), formulas.length)
  const fresh = new Map(formulas.map((formula, index) => [keyOf(formula), glyphs[index] ?? []]))
  if (values['set-reference']) {
    const lines = [...fresh].map(([key, row]) => {
      const numbers = row.map(({ text, left, bottom, right, top }) => [
        text,
        ...[left, bottom, right, top].map(length => Math.round(length * 1000)),
      ])
      return `${key}\t${JSON.stringify(numbers)}\n`
    })
    writeFileSync(referenceFile, lines.join(''))
  }
  return fresh
}

function lineOf(
  formula: ListedFormula,
  { mean, largest, missing, added }: Comparison,
  index: number,
): string {
  const worst = largest ? `${largest.distance.toFixed(3)} ${largest.text}` : ''
  const others = [...missing.map(text => `−${text}`), ...added.map(text => `+${text}`)].join(' ')
  const isReached = mean <= goals.mean && (largest?.distance ?? 0) <= goals.largest
  return `${isReached ? ' ' : '!'} ${String(index + 1).padStart(3)} ${mean.toFixed(3)}  ${worst.padEnd(9)} ${others.padEnd(8)} ${formula.isDisplay ? '' : '(inline) '}${formula.tex}`
}

try {
  const reference = await referenceOf()
  const { pdf, messages } = await setByOffprint(formulas, join(folder, 'offprint'))
  const ours = await glyphsByFormula(pdf, formulas.length)
  const results = formulas.map((formula, index) =>
    compareGlyphs(ours[index] ?? [], reference.get(keyOf(formula)) ?? []),
  )
  for (const [index, formula] of formulas.entries()) {
    const result = results[index]
    if (!result) continue
    print(lineOf(formula, result, index))
    if (values.detail)
      for (const { text, x, y } of result.displacements)
        print(`        ${text}  ${x.toFixed(3)} ${y.toFixed(3)}`)
  }
  for (const message of messages) print(message)
  const glyphs = results.flatMap(({ displacements }) => displacements)
  const mean = glyphs.reduce((sum, { distance }) => sum + distance, 0) / Math.max(1, glyphs.length)
  const far = glyphs.filter(({ distance }) => distance > goals.largest).length
  const largest = Math.max(...glyphs.map(({ distance }) => distance))
  const good = results.filter(
    result => result.mean <= goals.mean && (result.largest?.distance ?? 0) <= goals.largest,
  )
  const unpaired = results.reduce((sum, { missing, added }) => sum + missing.length + added.length, 0)
  print(
    `${formulas.length} formulas, ${glyphs.length} characters: mean ${mean.toFixed(4)} em, largest ${largest.toFixed(3)} em, ${far} characters over ${goals.largest} em, ${unpaired} without a partner; ${good.length} formulas reach the goals.`,
  )
  process.exitCode = good.length === formulas.length ? 0 : 1
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
