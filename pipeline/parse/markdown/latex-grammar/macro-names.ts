/** The names of the commands in a text, without backslash. */
export function macroNamesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\\([a-zA-Z@]+|[^\p{L}\s])/gu), ([, name = '']) => name)
}
