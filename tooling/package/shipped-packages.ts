/**
 * The packages that an installation of Offprint consists of: the tree of its dependencies, from the installed
 * packages of the checkout. Development tools are not in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** An SPDX expression. */
  readonly licence: string
  /** The text of its licence; empty if it has none. */
  readonly text: string
  /** Absolute path. */
  readonly folder: string
}

/** What is read of a `package.json`. */
interface PackageFacts {
  readonly name: string
  readonly version: string
  readonly license?: string
  /** An older form of `license`. */
  readonly licenses?: readonly { readonly type: string }[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** `root`: absolute path of a package whose dependencies are installed. It is not in the list itself. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const folders = new Set([root])
  // A set grows while it is walked.
  for (const folder of folders) {
    const { dependencies, optionalDependencies } = factsOf(folder)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = folderOf(name, folder)
      if (found !== undefined) folders.add(found)
      else if (!(name in (optionalDependencies ?? {}))) throw new Error(`${name} is not installed`)
    }
  }
  folders.delete(root)
  return [...folders].map(installedPackage).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** `folder`: absolute path of an installed package. */
export function installedPackage(folder: string): ShippedPackage {
  const { name, version, license, licenses = [] } = factsOf(folder)
  const files = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying)/i.test(file))
  const text = files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n')
  return { name, version, licence: license ?? licenses.map(({ type }) => type).join(' OR '), text, folder }
}

/** Where Node finds a package from another: the nearest `node_modules` above. */
function folderOf(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return dirname(from) === from ? undefined : folderOf(name, dirname(from))
}

function factsOf(folder: string): PackageFacts {
  // The cast is safe: npm has installed the package by this file.
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFacts
}
