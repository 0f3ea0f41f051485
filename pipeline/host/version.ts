import { readFileSync } from 'node:fs'

/** The version of Offprint, from its `package.json`. */
export function version(): string {
  const settings: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const isNamed = typeof settings === 'object' && settings !== null && 'version' in settings
  return isNamed ? String(settings.version) : ''
}
