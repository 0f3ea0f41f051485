/** An environment as a value: its name, its arguments, what stands in it. */
import { type Call, readCall } from '../latex-grammar/call.ts'
import { environmentEnd } from '../latex-grammar/environment-pairs.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'

export interface Environment {
  /** With its star. */
  readonly name: string
  readonly options: readonly PlacedText[]
  readonly groups: readonly PlacedText[]
  readonly body: PlacedText
  /** From `\begin` to `\end{…}`. */
  readonly whole: PlacedText
}

/** The environment that begins at `start`; undefined where there is none. */
export function environmentAt(
  source: PlacedText,
  start: number,
  signatureOf: (name: string) => string,
): Environment | undefined {
  const rest = source.slice(start)
  const [opening, name = ''] = /^\\begin\{([^{}\n]*)\}/.exec(rest.text) ?? []
  const end = environmentEnd(rest.text, 64)
  if (opening === undefined || !end) return undefined
  const inside = rest.slice(opening.length, end - `\\end{${name}}`.length)
  const { options, groups, body } = withArguments(inside, signatureOf(name))
  return { name, options, groups, body, whole: rest.slice(0, end) }
}

/** Arguments follow `\begin{name}` as they follow a command. */
function withArguments(
  inside: PlacedText,
  signature: string,
): Pick<Environment, 'options' | 'groups' | 'body'> {
  // Its name is no letter, which the first word of the text would go on with.
  const command = inside.join([inside.slice(0, 0).as('\\.'), inside])
  const call: Call | undefined = signature === '' ? undefined : readCall(command, 0, () => signature)
  return {
    options: call?.options ?? [],
    groups: call?.groups ?? [],
    body: call ? command.slice(call.end) : inside,
  }
}
