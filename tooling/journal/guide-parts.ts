/** The parts of docs/journals.md that are made from other files. */
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { library } from '../../test/build-article.ts'
import { journalList } from './journal-list.ts'
import { keyReference } from './key-reference.ts'
import { withPart } from './marked-part.ts'
import { slotReference } from './slot-reference.ts'

export async function withGuideParts(guide: string): Promise<string> {
  const withList = withPart(guide, 'journals', journalList(manifests(), '../styles'))
  const withSlots = withPart(withList, 'slots', await slotReference())
  return withPart(withSlots, 'keys', keyReference(manifestOf('base')))
}

/** The manifests of the journals that an article can name, by their folders. */
function manifests(): Readonly<Record<string, string>> {
  const names = globSync('*/journal.yml', { cwd: library })
    .map(file => dirname(file))
    .toSorted()
  return Object.fromEntries(names.filter(name => name !== 'base').map(name => [name, manifestOf(name)]))
}

function manifestOf(name: string): string {
  return readFileSync(`${library}/${name}/journal.yml`, 'utf8')
}
