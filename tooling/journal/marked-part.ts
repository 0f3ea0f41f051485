/** Parts of a guide that are written by `npm run journal-keys`, between two comments. */

/** The guide with `text` between the marks of the part `name`, such as `keys`. Throws without the marks. */
export function withPart(guide: string, name: string, text: string): string {
  const start = `<!-- ${name}: written by \`npm run journal-keys\` -->`
  const end = `<!-- end of ${name} -->`
  const [before, after] = [guide.indexOf(start), guide.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`The guide lacks the marks ${start} and ${end}`)
  return `${guide.slice(0, before + start.length)}\n\n${text}\n\n${guide.slice(after)}`
}
