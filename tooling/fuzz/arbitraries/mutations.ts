/** Changes of a text: lines are deleted, doubled, swapped and cut; marks are put in and taken out. */
import fc from 'fast-check'

export interface Mutation {
  readonly kind: 'delete' | 'double' | 'swap' | 'cut' | 'insert' | 'unmark' | 'repeat'
  readonly at: number
  readonly other: number
  readonly mark: string
}

const marks = [
  '`',
  '```',
  '*',
  '**',
  '_',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '$',
  '$$',
  ':::',
  '::: {#refs}',
  '<',
  '>',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '&',
  '&a',
  '*a',
  '!',
  '!!int ',
  '"',
  "'",
  '|',
  '> ',
  '- ',
  '# ',
  ': ',
  '---',
  '\\',
  '\\begin{x}',
  '\\end{x}',
  '{{<',
  '@',
  '^[',
  '[^1]',
  '~',
  '\t',
  '\r',
  '\0',
  '\u202E',
  '\uFEFF',
  '\u00A0',
  '%',
  ',',
  '=',
  '999999999999',
  '-1',
  'null',
  'constructor',
  '__proto__',
] as const

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'swap', 'cut', 'insert', 'insert', 'unmark', 'repeat'),
  at: fc.nat(),
  other: fc.nat(),
  mark: fc.constantFrom(...marks),
})

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 })

export function mutated(text: string, changes: readonly Mutation[]): string {
  const lines = text.split('\n')
  for (const change of changes) mutate(lines, change)
  return lines.join('\n')
}

function mutate(lines: string[], { kind, at, other, mark }: Mutation): void {
  const index = at % Math.max(1, lines.length)
  const line = lines[index] ?? ''
  const place = other % (line.length + 1)
  const second = other % Math.max(1, lines.length)
  if (kind === 'delete') lines.splice(index, 1)
  else if (kind === 'double') lines.splice(index, 0, line)
  else if (kind === 'cut') lines[index] = line.slice(0, place)
  else if (kind === 'insert') lines[index] = line.slice(0, place) + mark + line.slice(place)
  else if (kind === 'repeat') lines[index] = line.slice(0, place) + mark.repeat(40) + line.slice(place)
  else if (kind === 'unmark') lines[index] = line.replace(/[^\p{L}\p{N}\s]/u, '')
  else {
    lines[index] = lines[second] ?? ''
    lines[second] = line
  }
}
