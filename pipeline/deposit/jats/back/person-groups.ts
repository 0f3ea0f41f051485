/** The people of a cited work, a group for each kind of contribution. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { type CslItem, type CslName, isOthers } from '../../../model/csl.ts'
import { nameElement } from '../names.ts'

/** Name variable of CSL → `person-group-type`, in the order of the groups. */
const groups = [
  ['author', 'author'],
  ['director', 'director'],
  ['composer', 'composer'],
  ['performer', 'performer'],
  ['interviewer', 'interviewer'],
  ['host', 'host'],
  ['guest', 'guest'],
  ['narrator', 'narrator'],
  ['script-writer', 'script-writer'],
  ['executive-producer', 'executive-producer'],
  ['producer', 'producer'],
  ['series-creator', 'series-creator'],
  ['original-author', 'original-author'],
  ['reviewed-author', 'reviewed-author'],
  ['recipient', 'recipient'],
  ['contributor', 'contributor'],
  ['container-author', 'container-author'],
  ['editor', 'editor'],
  ['editorial-director', 'editorial-director'],
  ['collection-editor', 'series-editor'],
  ['compiler', 'compiler'],
  ['curator', 'curator'],
  ['organizer', 'organizer'],
  ['chair', 'chair'],
  ['translator', 'translator'],
  ['illustrator', 'illustrator'],
] as const

export function personGroups(work: CslItem): Element[] {
  return groups.flatMap(([variable, group]) => personGroup(work[variable] ?? [], group))
}

function personGroup(names: readonly CslName[], type: string): Element[] {
  if (names.length === 0) return []
  return [
    x(
      'person-group',
      { 'person-group-type': type },
      names.map((name, at) => (at > 0 && isOthers(name) ? x('etal') : nameElement(name))),
    ),
  ]
}
