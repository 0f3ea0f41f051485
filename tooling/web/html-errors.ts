/**
 * Test help: what the Nu HTML checker (https://validator.github.io/validator/) finds wrong with the pages of
 * a folder.
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
 * The checker's jar, where `VNU_JAR` names one and there is a Java to run it. It is no dependency: its
 * package fetches a Java of its own when it is installed.
 */
export function findChecker(): string | undefined {
  const jar = process.env.VNU_JAR
  return jar && spawnSync('java', ['-version']).status === 0 ? jar : undefined
}

/**
 * File name → its errors, each once with an extract of the place. Throws where the checker does not end well.
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
  const found = new Map<string, string[]>()
  for (const { type, url = '', message, extract = '' } of messages) {
    if (type === 'info') continue
    const name = basename(decodeURIComponent(url))
    const text = `${message} ${extract.replace(/\s+/g, ' ').slice(0, 160)}`
    const texts = found.get(name) ?? []
    if (!texts.includes(text)) found.set(name, [...texts, text])
  }
  return found
}
