/**
 * The licences of packages whose code is inside Offprint's own files, as their licences ask for it where a
 * copy is given away.
 */
import { installedPackage, type ShippedPackage } from './shipped-packages.ts'

/** The packages that modules belong to. `modules`: absolute paths. */
export function packagesOf(modules: readonly string[]): readonly ShippedPackage[] {
  const folders = modules.flatMap(path => /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].map(installedPackage).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** One text with all licences. */
export function licenceTexts(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`,
  )
  return `Files of this folder contain code of these packages:\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
