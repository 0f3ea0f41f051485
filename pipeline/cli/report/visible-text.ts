/**
 * Text of manuscripts in a form that is safe to print: characters that would steer the terminal, or change
 * the order of what is read, are shown and have no effect (https://trojansource.codes).
 */

const steering = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * Line ends and tabs become spaces, other control characters signs such as ␛ or �, each one column wide. In a
 * run of GitHub Actions, nothing in the text is a command.
 */
export function visibleText(text: string): string {
  const line = text.replace(/[\t\n\r]+/g, ' ').replace(steering, sign)
  return process.env.GITHUB_ACTIONS === 'true' ? withoutCommands(line) : line
}

/** Takes apart `::` where a line may begin, and `##[` anywhere: GitHub reads commands in what is printed. */
function withoutCommands(line: string): string {
  return line.replace(/(^|\s)::/g, '$1: :').replaceAll('##[', '# #[')
}

/** Text for reports that keep line ends and tabs. */
export function visibleLines(text: string): string {
  return text.replace(steering, character => (/[\t\n\r]/.test(character) ? character : sign(character)))
}

/** JSON in which every such character is written as `\u202e`. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(steering, character =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function sign(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}
