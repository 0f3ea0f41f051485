/**
 * Reads an `offprint.yml`: its values, checked, and where each is written. A key or value that is not known
 * is reported at its place and left out.
 */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { z } from 'zod'
import { guardedHost, type Host } from '../../host/index.ts'
import { dirname, resolve } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import { ruleRemedy } from '../../model/severities.ts'
import { nearestWord } from '../../values/nearest-word.ts'
import { isRecord } from '../../values/record.ts'
import { readYaml, type YamlSource } from '../../values/yaml-source.ts'
import type { BuildOptions } from '../build.ts'
import { repositoryAround, type SettingsOption } from '../guard-reading.ts'
import { findSettings } from './find-settings.ts'
import { type SettingKey, type Settings, settingsSchema } from './schema.ts'

export type { SettingKey } from './schema.ts'

export interface ReadSettings {
  readonly settings: Settings
  /** The file with its messages. */
  readonly file: VFile
  /** The place of a key in the file; undefined if it is not there. */
  placeOf(key: SettingKey): Position | undefined
}

type SettingsOptions = Partial<
  Pick<
    BuildOptions,
    | 'style'
    | 'csl'
    | 'dialect'
    | 'formats'
    | 'output'
    | 'slug'
    | 'lineNumbers'
    | 'site'
    | 'images'
    | 'references'
    | 'severity'
    | 'fromSettings'
  >
>

/** Reads the offprint.yml of the manuscript at `path` (absolute). Undefined if it has none. */
export async function settingsOf(path: string, host: Host): Promise<ReadSettings | undefined> {
  const file = await findSettings(path, host)
  return file === undefined ? undefined : await readSettings(file, host)
}

/** `path`: the absolute path of an offprint.yml that exists. */
export async function readSettings(path: string, host: Host): Promise<ReadSettings> {
  const folder = dirname(path)
  const guarded = guardedHost(host, { folders: [folder, (await repositoryAround(folder, host)) ?? folder] })
  const text = new TextDecoder().decode(await guarded.read(path))
  const file = new VFile({ path, value: text })
  const refusal = guarded.refusal(path)
  if (refusal) {
    report(file, 'settings-invalid', { reason: `Unread offprint.yml: ${refusal.reason}`, note: refusal.note })
  }
  const yaml = readYaml(text, { line: 1, column: 1, offset: 0 })
  for (const { reason, place } of yaml.errors)
    report(file, 'settings-invalid', { reason: `Unexpected YAML: ${reason}`, place })
  const value = yaml.value ?? {}
  const isMap = isRecord(value)
  if (!isMap) {
    report(file, 'settings-invalid', {
      reason: 'Unexpected content of offprint.yml, expected keys such as `style` and `to`',
      place: yaml.placeOf([]),
    })
  }
  const given = isMap ? value : {}
  const valid = validPart(given, { file, yaml })
  return {
    settings: withPaths(valid, folder),
    file,
    placeOf: key => (Object.hasOwn(given, key) ? yaml.placeOfKey([], key) : undefined),
  }
}

/** The settings as options of `build` and `check`. */
export function settingsOptions(settings: Settings): SettingsOptions {
  const { to, name, retractions, style, csl, dialect, output, site, images, severity } = settings
  const journalAbbreviations = settings['journal-abbreviations']
  const lineNumbers = settings['line-numbers']
  const hasLists = retractions !== undefined || journalAbbreviations !== undefined
  return {
    fromSettings: pathOptions(settings),
    ...(style !== undefined && { style }),
    ...(csl !== undefined && { csl }),
    ...(dialect !== undefined && { dialect }),
    ...(to !== undefined && { formats: to }),
    ...(output !== undefined && { output }),
    ...(name !== undefined && { slug: name }),
    ...(lineNumbers !== undefined && { lineNumbers }),
    ...(site !== undefined && { site }),
    ...(images !== undefined && { images }),
    ...(hasLists && { references: { retractions, journalAbbreviations } }),
    ...(severity !== undefined && { severity }),
  }
}

/** The options of the settings that may name files. */
export function pathOptions(settings: Settings): readonly SettingsOption[] {
  const { style, csl, output, retractions } = settings
  const journalAbbreviations = settings['journal-abbreviations']
  const given = { style, csl, output, retractions, journalAbbreviations }
  const options = ['style', 'csl', 'output', 'retractions', 'journalAbbreviations'] as const
  return options.filter(option => given[option] !== undefined)
}

/** Reports what the schema refuses, and returns the rest. */
function validPart(
  given: Readonly<Record<string, unknown>>,
  source: { readonly file: VFile; readonly yaml: YamlSource },
): Settings {
  // An empty value is a key that is not filled in.
  const value: Record<string, unknown> = Object.fromEntries(
    Object.entries(structuredClone(given)).filter(([, inner]) => inner !== null),
  )
  const checked = settingsSchema.safeParse(value)
  if (checked.success) return checked.data
  for (const issue of checked.error.issues.flatMap(innermost)) {
    const path = issue.path.filter(step => typeof step !== 'symbol')
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) reportKey(key, path, source)
    else reportValue(issue, path, value, source)
    remove(value, path, issue.code === 'unrecognized_keys' ? issue.keys : undefined)
  }
  const rest = settingsSchema.safeParse(value)
  return rest.success ? rest.data : {}
}

/** Of a value with alternatives, the mistakes inside the alternative that it has the form of. */
function innermost(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inside = issue.errors.find(issues => issues.every(({ path }) => path.length > 0))
  return inside?.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

function reportKey(
  key: string,
  path: readonly (string | number)[],
  { file, yaml }: { readonly file: VFile; readonly yaml: YamlSource },
): void {
  const place = yaml.placeOfKey(path, key)
  if (path[0] === 'severity') {
    const reason = `Unexpected key \`${key}\` in \`severity\``
    report(file, 'settings-invalid', { reason, place, ...ruleRemedy(key) })
    return
  }
  const keys = Object.keys(settingsSchema.shape)
  const nearest = nearestWord(key.replaceAll('_', '-'), keys)
  report(file, 'settings-invalid', {
    reason: `Unexpected key \`${key}\``,
    place,
    note:
      nearest === undefined
        ? `The keys of offprint.yml are ${keys.join(', ')}; docs/command-line.md explains them.`
        : `Did you mean \`${nearest}\`?`,
    expected: nearest === undefined ? keys : [nearest],
  })
}

function reportValue(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  value: unknown,
  { file, yaml }: { readonly file: VFile; readonly yaml: YamlSource },
): void {
  const refused = path.reduce<unknown>(
    (inner, step) => (isRecord(inner) ? inner[step] : Array.isArray(inner) ? inner[Number(step)] : undefined),
    value,
  )
  const words = Array.isArray(refused) ? 'list' : isRecord(refused) ? 'group of keys' : `\`${refused}\``
  const key = path.filter(step => typeof step === 'string').join('.')
  const expected = issue.message.replace(/^expected /, '')
  report(file, 'settings-invalid', {
    reason: `Unexpected ${words} at \`${key}\`, expected ${expected}`,
    place: yaml.placeOf(path),
  })
}

/** Removes the value at `path`, or `keys` in the map there. A wrong item takes its list along. */
function remove(
  value: Record<string, unknown>,
  path: readonly (string | number)[],
  keys?: readonly string[],
) {
  const [first, second] = path
  const inner = typeof first === 'string' ? value[first] : value
  if (keys && isRecord(inner)) for (const key of keys) delete inner[key]
  else if (isRecord(inner) && typeof second === 'string') delete inner[second]
  else if (typeof first === 'string') delete value[first]
}

/** Paths are written relative to the file. Names and web addresses stay as they are. */
function withPaths(settings: Settings, folder: string): Settings {
  const absolute = (path: string) => resolve(folder, path)
  const { style, csl, output, retractions } = settings
  const abbreviations = settings['journal-abbreviations']
  return {
    ...settings,
    ...(style?.includes('/') && { style: absolute(style) }),
    ...(csl?.includes('/') && !/^https?:/.test(csl) && { csl: absolute(csl) }),
    ...(output !== undefined && { output: absolute(output) }),
    ...(retractions !== undefined && { retractions: absolute(retractions) }),
    ...(abbreviations !== undefined && { 'journal-abbreviations': absolute(abbreviations) }),
  }
}
