/**
 * Help for checks: the errors that the Nu HTML checker (https://validator.github.io/validator/) finds in the
 * pages of a folder.
 */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { z } from 'zod'

const answer = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
})

/**
 * The checker's jar, if `VNU_JAR` names one and Java is installed. The checker is not a dependency, as its
 * npm package downloads its own Java.
 */
export function findChecker(): string | undefined {
  const jar = process.env.VNU_JAR
  return jar && spawnSync('java', ['-version']).status === 0 ? jar : undefined
}

/**
 * File name → errors of the file. Each error is listed once, with an extract of its place. Throws if the
 * checker fails.
 */
export function htmlErrors(jar: string, folder: string): ReadonlyMap<string, readonly string[]> {
  const ran = spawnSync(
    'java',
    [
      '-Xss8m',
      '-jar',
      jar,
      '--format',
      'json',
      '--errors-only',
      '--exit-zero-always',
      '--skip-non-html',
      folder,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  const { messages } = answer.parse(JSON.parse(ran.stderr))
  const errorsByName = new Map<string, string[]>()
  for (const { type, url = '', message, extract = '' } of messages) {
    if (type === 'info') continue
    const name = basename(decodeURIComponent(url))
    const text = `${message} ${extract.replace(/\s+/g, ' ').slice(0, 160)}`
    const texts = errorsByName.get(name) ?? []
    if (!texts.includes(text)) errorsByName.set(name, [...texts, text])
  }
  return errorsByName
}
