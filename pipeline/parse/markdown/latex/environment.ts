/** Reads a LaTeX environment: its name, its arguments and its body. The body is left as text. */
import { type Call, readCall } from '../latex-grammar/call.ts'
import { environmentEnd } from '../latex-grammar/environment-pairs.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { codeEnvironments } from '../latex-grammar/verbatim.ts'

export interface Environment {
  /** Name of the environment, with its star. */
  readonly name: string
  /** Contents of the arguments in brackets. */
  readonly options: readonly PlacedText[]
  /** Contents of the other arguments. */
  readonly groups: readonly PlacedText[]
  /** The text between the arguments and `\end{…}`. */
  readonly body: PlacedText
  /** The environment from `\begin` to `\end{…}`. */
  readonly whole: PlacedText
}

/** Reads the environment that begins at index `start`. Undefined if none begins, or if it does not end. */
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
  // Code begins on the line after `\begin{…}`: a bracket there is not an option.
  const isCode = codeEnvironments.includes(name) && !/^[[{]/.test(inside.text)
  const { options, groups, body } = withArguments(inside, isCode ? '' : signatureOf(name))
  return { name, options, groups, body, whole: rest.slice(0, end) }
}

/** Divides the inside of an environment into arguments and body. */
function withArguments(
  inside: PlacedText,
  signature: string,
): Pick<Environment, 'options' | 'groups' | 'body'> {
  // The arguments are read as those of a command `\.`. With a name of letters, the first word of the body
  // would be read as part of the name.
  const command = inside.join([inside.slice(0, 0).as('\\.'), inside])
  const call: Call | undefined = signature === '' ? undefined : readCall(command, 0, () => signature)
  return {
    options: call?.options ?? [],
    groups: call?.groups ?? [],
    body: call ? command.slice(call.end) : inside,
  }
}
