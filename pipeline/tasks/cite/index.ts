/**
 * Looks works up by their identifiers and adds them to the bibliography beside the manuscript. The only task
 * that uses the network. Works that the bibliography has already are not fetched; new ones are appended, all
 * or none.
 */
import type { VFile } from 'vfile'
import { citationKey } from '../../bibliography/write/citation-key.ts'
import type { Work } from '../../bibliography/write/tidy-item.ts'
import type { Host } from '../../host/index.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { identifiersOfWork } from '../../resolve/index.ts'
import { bareIdentifierOf, type Identifier, isChecked } from '../../values/identifiers.ts'
import { foldersOf, guardManuscript } from '../guard-reading.ts'
import { keepInside } from '../guard-writing.ts'
import { addEntries } from './add-entries.ts'
import { LookUpError } from './fetch-text.ts'
import { isRegistered, type LookUpOptions, lookUpAll } from './look-up.ts'
import { readShelf, type Shelf, type ShelfOptions } from './shelf.ts'

export interface CiteOptions extends ShelfOptions {
  /** Identifiers as the author writes them: `10.1/x`, `pmid:1`, an address. */
  readonly ids: readonly string[]
  /** The citation key of the work, if exactly one is looked up. */
  readonly key?: string | undefined
  readonly lookUp: LookUpOptions
}

export interface CiteResult {
  /** The works that were asked for, in the order of the request. */
  readonly works: readonly CitedWork[]
  /** The text that was added to the file. */
  readonly added: string
  /** Absolute path of the file; missing if no file can be written to. */
  readonly target?: string
  readonly isNew: boolean
  /**
   * True if the manuscript does not read this file: its front matter names others, or contains its works
   * itself.
   */
  readonly isUnread: boolean
  /** The files that have messages. */
  readonly files: readonly VFile[]
}

export interface CitedWork {
  readonly item: CslItem
  /** Absolute path of the bibliography that has the work already. */
  readonly presentIn?: string
}

/** Looks the works up and adds them. Mistakes become messages of `files`. Throws the errors of the disk. */
export async function cite(options: CiteOptions, host: Host): Promise<CiteResult> {
  return await citeWith(options, await guardShelf(options, host))
}

/**
 * A host that reads and writes what the caller names, and what lies around the manuscript: the manuscript
 * names a bibliography, too.
 */
async function guardShelf({ path, bibliography }: CiteOptions, host: Host): Promise<Host> {
  const named = bibliography === undefined ? [] : [bibliography]
  const { write } = keepInside(host, [...(await foldersOf(path, host)), ...named])
  return { ...(await guardManuscript(path, host, named)), write }
}

async function citeWith(options: CiteOptions, host: Host): Promise<CiteResult> {
  const shelf = await readShelf(options, host)
  const { file } = shelf
  const works = new Map<string, CitedWork>()
  if (shelf.target !== undefined || shelf.isDry) {
    const asked = askedFor(options, shelf)
    const present = [...asked].filter(([name]) => shelf.keys.has(name))
    for (const [name] of present) works.set(name, presentWork(shelf.keys.get(name) ?? '', shelf))
    const absent = [...asked].filter(([name]) => !shelf.keys.has(name))
    const answers = await lookUpAll(
      absent.map(([, identifier]) => identifier),
      options.lookUp,
    )
    for (const [index, [name, identifier]] of absent.entries()) {
      const answer = answers[index]
      if (answer instanceof LookUpError) {
        report(file, answer.rule, {
          reason: `${name}: ${answer.message}`,
          note: answer.remedy,
          cause: answer,
        })
      } else if (answer) {
        const work = shelve(name, withIdentifier(answer, identifier), shelf, options.key)
        if (work) works.set(name, work)
      }
    }
    // The results are in the order of the request.
    for (const name of asked.keys()) move(works, name)
  }
  // Two identifiers of the same work yield one result.
  const cited = [...works.values()].filter(
    (work, index, all) => all.findIndex(other => other.item.id === work.item.id) === index,
  )
  const fresh = cited.filter(work => work.presentIn === undefined).map(({ item }) => item)
  const written = fresh.length > 0 ? await addEntries(fresh, shelf, host) : { added: '', isNew: false }
  return {
    ...written,
    works: written ? cited : cited.filter(work => work.presentIn !== undefined),
    added: written?.added ?? '',
    isNew: written?.isNew ?? false,
    isUnread: shelf.isUnread,
    ...(shelf.target !== undefined && { target: shelf.target }),
    files: shelf.files,
  }
}

/**
 * The identifiers that are asked for, each once, by its full name such as `doi:10.1/x`. Other texts are
 * reported.
 */
function askedFor({ ids }: CiteOptions, { file, missing }: Shelf): ReadonlyMap<string, Identifier> {
  const asked = new Map<string, Identifier>()
  for (const text of [...ids, ...missing]) {
    const identifier = bareIdentifierOf(text)
    const isOfText = missing.includes(text) && !ids.includes(text)
    if (!identifier) {
      report(file, 'lookup-identifier', {
        reason: `Unexpected \`${text}\`, expected a DOI, PMID, PMCID, arXiv number or ISBN`,
        note: /^\d+$/.test(text)
          ? `If it is a PMID, write pmid:${text}.`
          : 'Such as doi:10.1000/182 or pmid:30718888.',
      })
    } else if (identifier.type === 'isbn' && !isChecked(text.replace(/^isbn:\s*/i, ''))) {
      report(file, 'lookup-identifier', {
        reason: `Unexpected check digit in the ISBN \`${text}\``,
        note: 'A digit is wrong, or two digits are in the wrong order.',
      })
    } else if (!isRegistered(identifier)) {
      report(file, isOfText ? 'lookup-address' : 'lookup-identifier', {
        reason: `Unexpected \`${text}\`: no registry looks works up by it`,
        note: 'Write its entry by hand, or look up its DOI.',
      })
    } else asked.set(`${identifier.type}:${identifier.value}`, identifier)
  }
  return asked
}

/**
 * Stores the identifier that was asked for in the work, so that the next request for it finds the work in the
 * bibliography.
 */
function withIdentifier(work: Work, { type, value }: Identifier): Work {
  if (type === 'pmid') return { ...work, PMID: value }
  if (type === 'pmcid') return { ...work, PMCID: `PMC${value}` }
  if (type === 'isbn') return { ...work, ISBN: value }
  return work.DOI === undefined
    ? { ...work, DOI: type === 'arxiv' ? `10.48550/arXiv.${value}` : value }
    : work
}

/** Gives the work a key, unless the bibliography has it already under another identifier. */
function shelve(name: string, work: Work, shelf: Shelf, wanted: string | undefined): CitedWork | undefined {
  const known = identifiersOfWork({ ...work, id: '' }).flatMap(
    identifier => shelf.keys.get(identifier) ?? [],
  )[0]
  if (known !== undefined && shelf.keys.has(name)) return presentWork(known, shelf)
  if (known !== undefined) {
    const [field = '', value = ''] = name.split(':')
    report(shelf.file, 'lookup-present', {
      reason: `${name} is in the bibliography as \`${known}\`, by another identifier`,
      note: `Cite it as [@${known}], or add \`${field} = {${value}}\` to its entry.`,
    })
    return presentWork(known, shelf)
  }
  if (wanted !== undefined && shelf.items.has(wanted)) {
    report(shelf.file, 'lookup-key', {
      reason: `Unexpected key \`${wanted}\`: another work has it`,
      note: 'Choose another key, or leave out --key.',
    })
    return undefined
  }
  const id = wanted ?? citationKey(work, shelf.items.keys())
  const item: CslItem = { id, ...work }
  shelf.items.set(id, item)
  for (const identifier of identifiersOfWork(item)) shelf.keys.set(identifier, id)
  return { item }
}

function presentWork(key: string, shelf: Shelf): CitedWork {
  const item = shelf.items.get(key)
  return { item: item ?? { id: key, type: 'document' }, presentIn: shelf.pathOf(key) }
}

/** Moves an entry to the end of the map. */
function move(works: Map<string, CitedWork>, name: string): void {
  const work = works.get(name)
  if (!work) return
  works.delete(name)
  works.set(name, work)
}
