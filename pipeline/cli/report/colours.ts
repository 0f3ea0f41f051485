/** Whether text is printed in colours (https://no-color.org, https://force-color.org). */

/**
 * The option `--color` or `--no-color` decides, then FORCE_COLOR, then NO_COLOR; without them, text is in
 * colours if it is printed to a terminal.
 */
export function wantsColours(
  option: boolean | undefined,
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv,
  isTerminal: boolean,
): boolean {
  if (option !== undefined) return option
  if (FORCE_COLOR !== undefined) return !/^(?:0|false)$/.test(FORCE_COLOR)
  if (NO_COLOR) return false
  return isTerminal && TERM !== 'dumb'
}
