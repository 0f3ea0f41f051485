/** The marks of footnotes that a journal chooses. */
import { describe, expect, it } from 'vitest'
import { noteMarks } from '../../pipeline/resolve/note-marks.ts'
import { buildInOwn, loadOwn } from '../own-journal.ts'

const symbols = ['*', '†', '‡']

describe('note marks', () => {
  it.each([
    ['decimal', '1 2 3 4 5 6 7'],
    ['roman', 'i ii iii iv v vi vii'],
    ['letters', 'a b c d e f g'],
    ['symbols', '* † ‡ ** †† ‡‡ ***'],
  ] as const)('%s: %s', (marks, expected) => {
    const markOf = noteMarks({ marks, symbols }, [])
    expect([1, 2, 3, 4, 5, 6, 7].map(markOf).join(' ')).toBe(expected)
  })

  it('are no symbols of the title block, if others are left', () => {
    const markOf = noteMarks({ marks: 'symbols', symbols }, ['1', '*'])
    expect([1, 2, 3].map(markOf)).toEqual(['†', '‡', '††'])
    expect(noteMarks({ marks: 'symbols', symbols }, symbols)(2)).toBe('†')
  })
})

describe('the marks of a journal', () => {
  const text =
    '---\nauthors:\n  - name: Ada Byron\n    corresponding: true\n  - name: Mary Somer\n---\n\nOne.^[First.] Two.^[Second.][^a] Three.[^a]\n\n[^a]: Third.\n'

  it.each([
    ['notes: {marks: letters}', 'a b c c', 'a b c'],
    ['notes: {marks: symbols}', '* † ‡ ‡', '* † ‡'],
    ['notes: {marks: symbols}\naffiliations: {corresponding-mark: "*"}', '† ‡ § §', '† ‡ §'],
    ['notes: {marks: symbols, symbols: ["•", "‖"]}', '• ‖ •• ••', '• ‖ ••'],
    ['', '1 2 3 3', '1 2 3'],
  ])('%j are in the text and before the notes', async (manifest, marks, labels) => {
    const { html } = await buildInOwn(manifest, text)
    const found = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1]).join(' ')
    expect(found(/<sup class="note-mark[^"]*"><a [^>]*>(.*?)<\/a>/g)).toBe(marks)
    expect(found(/class="note-label"[^>]*>(.*?)<\/a>/g)).toBe(labels)
    expect(html).toContain(`aria-label="${labels.split(' ')[0]}. Back to the text"`)
  })

  it.each([
    ['notes: {marks: stars}', '4:16', 'decimal'],
    ['notes: {symbols: []}', '4:18', 'notes.symbols'],
    ['notes: {mark: letters}', '4:9', 'mark'],
  ])('%s is reported at %s', async (manifest, place, expected) => {
    const { messages } = await loadOwn(`${manifest}\n`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`journal.yml:${place}  error`)
    expect(messages[0]).toContain(expected)
  })
})
