/**
 * Where files are written: inside of the folder that the caller names, or beside the manuscript. A stranger's
 * manuscript may bring a folder of outputs along, with symbolic links in it.
 */
import { type FileChanges, type Host, RefusedFile } from '../host/index.ts'
import { dirname, isBelow, join, relative, resolve, slashed } from '../host/paths.ts'
import { foldersOf, isPersonal, repositoryAround, settingsFolder, type Trust } from './guard-reading.ts'
import { outputFolder } from './output-folder.ts'

interface WritingInput extends Trust {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** Absolute folder for the files. */
  readonly output: string
}

const buildNote =
  'Remove the link, or name the folder for the files by --output. If you trust the manuscript, --trust allows this.'

/** A host whose `write` and `gather` throw `RefusedFile` for files that would be written elsewhere. */
export async function guardWriting(input: WritingInput, host: Host): Promise<Host> {
  const { path, output, isTrusted, fromSettings = [] } = input
  if (isTrusted) return host
  if (!fromSettings.includes('output')) return keepInside(host, [output], { note: buildNote })
  const around = await settingsFolder(path, host)
  const here = slashed(process.cwd())
  const plain = [dirname(outputFolder(path)), ...around, ...(isPersonal(here) ? [] : [here])]
  return keepInside(host, await foldersOf(path, host), { plain, note: buildNote })
}

/**
 * A host that writes the file of a report. In the working folder, which may be that of a stranger, links lead
 * to files of this folder or its repository only; elsewhere the caller knows them.
 */
export async function guardReport(path: string, here: string, host: Host): Promise<Host> {
  return isBelow(path, here) ? keepInside(host, [here, (await repositoryAround(here, host)) ?? here]) : host
}

interface Bounds {
  /** Further folders, in which no symbolic link may lead to the file, not even to a file in them. */
  readonly plain?: readonly string[]
  /** What the user can do if a file is outside. */
  readonly note?: string
}

/** A host that writes inside of some folders only. `folders`: absolute; they may be links themselves. */
export function keepInside(host: Host, folders: readonly string[], bounds: Bounds = {}): Host {
  const { plain = [], note = 'Remove the link, or name the file that it leads to.' } = bounds
  const isAllowed = async (path: string, target: string) => {
    for (const folder of folders) if (isBelow(target, await host.writingTarget(folder))) return true
    for (const folder of plain.filter(around => isBelow(path, around))) {
      if (target === join(await host.writingTarget(folder), relative(folder, path))) return true
    }
    return false
  }
  const check = async (folder: string, names: Iterable<string> = ['']) => {
    for (const name of names) {
      const path = resolve(folder, name)
      const target = await host.writingTarget(path)
      if (!(await isAllowed(path, target)))
        throw new RefusedFile(path, { reason: reasonOf(path, target), note })
    }
  }
  return {
    ...host,
    async write(folder, files) {
      await check(folder, files.keys())
      await host.write(folder, files)
    },
    async tidy(folder) {
      const isInside = await check(folder).then(
        () => true,
        () => false,
      )
      if (isInside) await host.tidy(folder)
    },
    async gather(folder: string) {
      await check(folder)
      const writing = await host.gather?.(folder)
      const add = async (files: FileChanges) => {
        await check(folder, files.keys())
        await writing?.add(files)
      }
      return writing && { ...writing, add }
    },
  }
}

function reasonOf(path: string, target: string): string {
  return path === target
    ? 'nothing is written outside of the folder of the manuscript and of its repository'
    : `nothing is written through a link to ${target}`
}
