/**
 * citeproc's warnings, which it writes to the console: here they are collected, so that they can be reported
 * with the file that they are about, and standard output contains nothing else than what was asked for.
 */

/** Runs `work`. `onWarning` receives the text of each warning. */
export function collectWarnings<T>(work: () => T, onWarning: (text: string) => void): T {
  const { log } = console
  console.log = (...values: unknown[]) => {
    const [text] = values
    const warning =
      typeof text === 'string' ? /^citeproc-js warning: (?:warning: )?(.*)$/s.exec(text)?.[1] : undefined
    if (warning === undefined) log(...values)
    else onWarning(warning)
  }
  try {
    return work()
  } finally {
    console.log = log
  }
}
