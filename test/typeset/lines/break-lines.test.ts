/**
 * Laws of line breaking, checked on random paragraphs; the best way is compared with a search of all ways.
 */
import { describe, expect, it } from 'vitest'
import type { TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { BrokenParagraph, Line } from '../../../pipeline/typeset/items.ts'
import { breakLines } from '../../../pipeline/typeset/lines/break-lines.ts'
import { stringsToMeasure } from '../../../pipeline/typeset/lines/break-paragraphs.ts'
import type { LineShape } from '../../../pipeline/typeset/lines/measure-line.ts'
import { paragraphItems } from '../../../pipeline/typeset/lines/paragraph-items.ts'
import { rightProtrusion } from '../../../pipeline/typeset/lines/protrusion.ts'
import { seeded, seeds } from '../../random.ts'
import { bestByTrying } from './best-lines.ts'
import {
  lineStyle,
  objectMark,
  type RandomText,
  randomText,
  randomWord,
  softHyphen,
  textBlock,
  widthOf,
} from './random-text.ts'

const texts = seeds(400).map(seed => {
  const text = randomText(seed)
  return { text, ways: broken(text) }
})

function broken({ block, shape }: RandomText): readonly BrokenParagraph[] {
  const { items, startHang } = paragraphItems(block, widthOf)
  return breakLines(items, { ...shape, startHang })
}

/** The laws that the ways to break random paragraphs violate. */
function failures(
  law: (way: BrokenParagraph, text: RandomText, ways: readonly BrokenParagraph[]) => string[],
): string[] {
  return texts.flatMap(({ text, ways }, seed) => {
    return ways.flatMap((way, index) => law(way, text, ways).map(one => `text ${seed}, way ${index}: ${one}`))
  })
}

/** The natural size of a line, measured in pieces of one face; spaces and atoms are measured separately. */
function measured({ text, runs, atoms }: TextBlock, { start, end, isHyphenated }: Line) {
  let natural = 0
  let letters = 0
  let spaces = 0
  let space = 0
  let from = start
  const styleAt = (at: number) => runs.find(run => run.end > at)?.style ?? 0
  const close = (to: number, hyphen = '') => {
    const piece = text.slice(from, to).replaceAll(softHyphen, '')
    natural += widthOf(styleAt(from), piece + hyphen)
    letters += text.slice(from, to).replaceAll(/\u00AD(?!$)/g, '').length
  }
  for (let at = start; at < end; at++) {
    const character = text[at] ?? ''
    const isSpace = character === ' ' || character === '\u00A0'
    const isAtom = character === objectMark
    const atom = atoms.find(one => one.at === at && one.length === 1)
    const isCut = atoms.some(one => one.at === at && one.length === 0) || runs.some(run => run.end === at)
    if ((isCut || isSpace || isAtom) && at > from) {
      close(at)
      from = at
    }
    if (!isSpace && !isAtom) continue
    natural += isSpace ? widthOf(styleAt(at), ' ') : (atom?.width ?? 0)
    if (isSpace) {
      letters++
      spaces++
      space += widthOf(styleAt(at), ' ')
    }
    from = at + 1
  }
  if (from < end) close(end, isHyphenated ? '-' : '')
  natural += atoms
    .filter(one => one.length === 0 && one.at >= start && one.at <= end)
    .reduce((sum, one) => sum + one.width, 0)
  return { natural, letters, spaces, space }
}

function isForcedEnd({ text }: TextBlock, { end }: Line): boolean {
  return end >= text.length || text[end] === '\n'
}

describe('random paragraphs', () => {
  it('lines contain the text in order, and a break drops only a space or a soft hyphen', () => {
    const lost = failures(({ lines }, { block: { text } }) =>
      lines.flatMap((line, index) => {
        const next = lines[index + 1]
        const between = text.slice(line.end, next?.start ?? text.length)
        const isStart = index > 0 || line.start === 0
        const isWhole = next
          ? ['', ' ', softHyphen, '\n', '\u200B'].includes(between)
          : between === '' || between === '\n'
        const isHyphenated = line.isHyphenated === (between === softHyphen)
        return isStart && line.end >= line.start && isWhole && isHyphenated
          ? []
          : [`"${between}" after line ${index}`]
      }),
    )
    expect(lost).toEqual([])
  })

  it('the boxes and spaces of a line fill its measure', () => {
    const wrong = failures(({ lines }, { block, shape }) =>
      lines.flatMap((line, index) => {
        const { natural, letters, spaces, space } = measured(block, line)
        const faults: string[] = []
        if (Math.abs(natural - line.natural) > 0.01) faults.push(`natural ${line.natural}, not ${natural}`)
        if (spaces !== line.spaces) faults.push(`${line.spaces} spaces, not ${spaces}`)
        const set =
          line.scale *
          (natural +
            line.wordSpacing * spaces +
            line.letterSpacing * Math.max(1, letters - (line.isHyphenated ? 0 : 1)))
        if (Math.abs(set - line.width) > 0.01) faults.push(`${line.width} wide, not ${set}`)
        const last = line.isHyphenated ? '-' : (block.text[line.end - 1] ?? '')
        const style = block.runs.find(run => run.end > line.end - 1)?.style ?? 0
        const right = shape.isJustified && last !== '' ? rightProtrusion(last) * widthOf(style, last) : 0
        const measure = shape.width - line.offset + line.hang + right
        const isFilled = shape.isJustified && !line.fault && !isForcedEnd(block, line)
        if (isFilled && Math.abs(set - measure) > 0.01) faults.push(`${set} wide in a measure of ${measure}`)
        if (set > measure + 0.02) faults.push(`${set} wide, more than ${measure}`)
        if (line.offset !== (index === 0 ? shape.indent : 0)) faults.push(`offset ${line.offset}`)
        if (spaces > 0 && !line.fault && line.ratio < 0.7) faults.push(`spaces of ${line.ratio} of ${space}`)
        return faults.map(fault => `line ${index} is ${fault}`)
      }),
    )
    expect(wrong).toEqual([])
  })

  it('a line stretches and shrinks within its limits, or has a fault', () => {
    const wrong = failures(({ lines }, { block, shape }) =>
      lines.flatMap((line, index) => {
        if (line.fault || !shape.isJustified) return []
        const { space } = measured(block, line)
        const change = (line.wordSpacing + 2 * line.letterSpacing) * line.spaces
        const least = -lineStyle.shrink * space - 0.01
        // At most three times the natural space.
        const most = 2 * space + 0.01
        const isWithin = change >= least && change <= most
        // Letters may go to twice their usual limits, and further in a line with the widest spaces.
        const isWidest = line.spaces === 0 || change > most - 0.02
        const mostTracking = (isWidest ? 0.025 : 2 * lineStyle.tracking) * shape.em
        const isTracked = Math.abs(line.letterSpacing) <= mostTracking + 1e-9
        const isScaled = Math.abs(line.scale - 1) <= 2 * lineStyle.expansion + 1e-9
        return isWithin && isTracked && isScaled ? [] : [`line ${index} gives ${change} of ${space}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('a line has a fault only if it cannot stretch or shrink further', () => {
    const wrong = failures(({ lines }) =>
      lines.flatMap((line, index) => {
        if (line.fault === 'overfull')
          return line.scale < 1 ? [] : [`line ${index} is overfull and not scaled`]
        const isNatural = line.wordSpacing === 0 && line.letterSpacing === 0 && line.scale === 1
        return line.fault === undefined || isNatural ? [] : [`line ${index} is loose and not ragged`]
      }),
    )
    expect(wrong).toEqual([])
    // In columns of an ordinary width, faults are rare.
    const wide = texts.filter(({ text }) => text.block.width >= 200 && text.shape.isJustified)
    const lines = wide.flatMap(({ ways }) => ways[0]?.lines ?? [])
    expect(lines.filter(line => line.fault).length / lines.length).toBeLessThan(0.03)
  })

  it('no three lines in a row end in hyphens', () => {
    const wrong = failures(({ lines }) =>
      lines.some((_, at) => lines.slice(at, at + 3).filter(line => line.endsInHyphen).length === 3)
        ? ['three']
        : [],
    )
    expect(wrong).toEqual([])
  })

  it('the other ways have one line more or fewer, and are not better', () => {
    const wrong = failures((way, _, ways) => {
      const [best] = ways
      if (!best || way === best) return []
      const isNear = Math.abs(way.lines.length - best.lines.length) === 1
      const isOnly = ways.filter(one => one.lines.length === way.lines.length).length === 1
      return isNear && isOnly && way.demerits >= best.demerits ? [] : [`${way.lines.length} lines`]
    })
    expect(wrong).toEqual([])
    expect(texts.filter(({ ways }) => ways.length > 1).length).toBeGreaterThan(20)
  })

  it('the rest of a divided word is no last line, also before white space', () => {
    for (const end of ['', '  ']) {
      const text = `many a small word is set in a row here so that a line can be set well, as it is now in all of our sur${softHyphen}round${softHyphen}ings.${end}`
      for (let width = 240; width < 420; width += 2) {
        const block = textBlock(text, { width })
        const { items, startHang } = paragraphItems(block, widthOf)
        const shape = { width, indent: 0, isJustified: true, style: lineStyle, em: 16, startHang }
        const last = breakLines(items, shape)[0]?.lines.at(-1)
        expect(text.slice(last?.start, last?.end)).not.toMatch(/^(round|ings)/)
      }
    }
  })

  it('the same paragraph gives the same lines', () => {
    for (const { text, ways } of texts.slice(0, 50)) expect(broken(text)).toEqual(ways)
  })

  it('lines are broken to the end even if only a third hyphen could end a line', () => {
    const block = textBlock(Array.from('wwwwwww').join(softHyphen), { width: 17 })
    const { items, startHang } = paragraphItems(block, widthOf)
    const shape = { width: 17, indent: 0, isJustified: true, style: lineStyle, em: 16, startHang }
    const [way] = breakLines(items, shape)
    expect(
      way?.lines.map(line => block.text.slice(line.start, line.end).replaceAll(softHyphen, '')).join(''),
    ).toBe('wwwwwww')
  })

  it('code is never set smaller: a long word is divided, also after an indent', () => {
    for (const text of [`    f(${'x'.repeat(60)})`, `    return f, ${'x'.repeat(14)}, ${'y'.repeat(14)}`]) {
      const block = textBlock(text, { setting: 'preserved', width: 160 })
      const { items, startHang } = paragraphItems(block, widthOf)
      const shape = { width: 160, indent: 0, isJustified: false, style: lineStyle, em: 16, startHang }
      const lines = breakLines(items, shape)[0]?.lines ?? []
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.map(line => line.scale)).toEqual(lines.map(() => 1))
      expect(
        lines
          .map(line => block.text.slice(line.start, line.end))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''))
    }
  })

  it('the name of a host is not divided if its line may end early instead', () => {
    const text = 'Marit Solberg. Mail: solberg@narrows.example.org'
    for (let width = Math.ceil(widthOf(0, 'narrows.example.org')); width <= 320; width += 4) {
      const runs = [
        { end: 21, style: 0, kind: 'text' },
        { end: text.length, style: 0, kind: 'address' },
      ] as const
      const block = textBlock(text, { width, runs })
      const [way] = broken({
        block,
        shape: { width, indent: 0, isJustified: true, style: lineStyle, em: 16 },
      })
      const lines = way?.lines.map(({ start, end }) => text.slice(start, end)) ?? []
      expect([width, lines.filter(line => line.startsWith('.'))]).toEqual([width, []])
    }
  })

  it('stretches the spaces of words, not those of code', () => {
    const text = 'word word co de co de word word word word word'
    const runs = [
      { end: 10, style: 0, kind: 'text' },
      { end: 21, style: 0, kind: 'code' },
      { end: text.length, style: 0, kind: 'text' },
    ] as const
    const block = textBlock(text, { runs })
    const { items, startHang } = paragraphItems(block, widthOf)
    const shape = { width: 200, indent: 0, isJustified: true, style: lineStyle, em: 16, startHang }
    const [line] = breakLines(items, shape)[0]?.lines ?? []
    const shown = text.slice(line?.start, line?.end)
    const inCode = text.slice(10, Math.min(21, line?.end ?? 0)).split(' ').length - 1
    expect(line?.spaces).toBe(shown.split(' ').length - 1 - inCode)
    expect(inCode).toBeGreaterThan(0)
  })

  it('code keeps its spaces and line ends', () => {
    const block = textBlock('if (a)  b\n  c\n', {
      setting: 'preserved',
      atoms: [{ at: 14, width: 4, length: 0 }],
    })
    const { items, startHang } = paragraphItems(block, widthOf)
    const [way] = breakLines(items, {
      width: 240,
      indent: 0,
      isJustified: false,
      style: lineStyle,
      em: 16,
      startHang,
    })
    expect(way?.lines.map(line => block.text.slice(line.start, line.end))).toEqual(['if (a)  b', '  c'])
  })
})

describe('the best of all ways', () => {
  it('is found, and so are the best ways with one line more or fewer', () => {
    let tried = 0
    for (const seed of seeds(300)) {
      const random = seeded(seed)
      const text = Array.from({ length: random.int(3, 6) }, () => randomWord(random)).join(' ')
      const block = textBlock(text, { width: random.int(60, 160) })
      const { items, startHang } = paragraphItems(block, widthOf)
      const isJustified = random.chance(0.9)
      const shape: LineShape = {
        width: block.width,
        indent: 0,
        isJustified,
        style: lineStyle,
        em: 16,
        startHang,
      }
      const ways = breakLines(items, shape)
      const expected = bestByTrying(items, shape)
      if (expected === undefined) continue
      tried++
      const found = ways.map(way => [way.lines.length, Math.round(way.demerits)])
      const wanted = expected.map(way => [way.lines, Math.round(way.demerits)])
      expect([seed, ...found.sort()]).toEqual([seed, ...wanted.sort()])
    }
    expect(tried).toBeGreaterThan(100)
  })
})

it('all widths that breaking needs are among the strings to measure', () => {
  const block = textBlock('an affirmative_effort_of_staffing_offices to fit', { width: 60 })
  const galley = {
    blocks: [block],
    floats: [],
    notes: [],
    inset: [],
    styles: ['16px serif'],
    ids: [],
    noteRule: 0,
  }
  const strings = new Set(stringsToMeasure(galley)[0])
  const known = (style: number, text: string) => {
    expect(strings).toContain(text)
    return widthOf(style, text)
  }
  expect(paragraphItems(block, known).items.length).toBeGreaterThan(10)
})

it('does not set more hyphens in a row than the journal allows', () => {
  for (const most of [1, 2, 3]) {
    const hyphens = { before: 2, after: 3, 'shortest-word': 5, 'in-a-row': most, capitalized: true }
    const rows = texts.map(({ text }) => {
      const { items, startHang } = paragraphItems(text.block, widthOf)
      const style = { ...text.shape.style, 'hyphen-penalty': 0, hyphens }
      const [best] = breakLines(items, { ...text.shape, style, startHang })
      const ends = (best?.lines ?? []).map(line => (line.endsInHyphen ? '-' : ' ')).join('')
      return Math.max(0, ...ends.split(' ').map(row => row.length))
    })
    expect(Math.max(...rows)).toBe(most)
  }
})
