/** Titles for running heads. */
import { expect, it } from 'vitest'
import { runningTitle } from '../../../pipeline/resolve/front/running-title.ts'
import { loadOwn } from '../../own-journal.ts'

const rest = 'how the grains of three rivers become smaller on their long way to the sea and the delta'

it.each([
  [`Rivers of sand: ${rest}`, 'Rivers of sand'],
  [`Do rivers carry sand? ${rest}`, 'Do rivers carry sand?'],
  [`Rivers of sand – ${rest}`, 'Rivers of sand'],
  [`Rivers of sand—${rest}`, 'Rivers of sand'],
  // Nothing to cut, too short a part, or room enough.
  [`Rivers of sand and ${rest}`, `Rivers of sand and ${rest}`],
  [`Sand: ${rest}`, `Sand: ${rest}`],
  ['Rivers of sand: a study', 'Rivers of sand: a study'],
  [`In 3:30 hours, ${rest}`, `In 3:30 hours, ${rest}`],
])('%s', async (title, expected) => {
  const { journal } = await loadOwn('')
  expect(journal && runningTitle(title, journal.manifest.page)).toBe(expected)
})
