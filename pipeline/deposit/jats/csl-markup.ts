/** Text of a CSL variable with its markup (`<i>`, `<sup>` …) → content of JATS. */
import { x } from 'xastscript'
import type { Content } from './writer.ts'

const elements: Readonly<Record<string, string>> = {
  i: 'italic',
  b: 'bold',
  sup: 'sup',
  sub: 'sub',
  sc: 'sc',
}

/** `Markup <i>in</i> <span class="nocase">CSL</span>`; a tag that is not closed is text. */
export function cslMarkup(text: string): Content[] {
  const whole = /<(i|b|sup|sub|sc)>((?:(?!<\1>)[\s\S])*?)<\/\1>|<span([^>]*)>((?:(?!<span)[\s\S])*?)<\/span>/
  const match = whole.exec(text)
  if (!match) return text === '' ? [] : [{ type: 'text', value: text }]
  const [all, name, content = '', attributes = '', inSpan = ''] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + all.length)
  const inner = cslMarkup(name === undefined ? inSpan : content)
  const element = name === undefined ? (/small-caps/.test(attributes) ? 'sc' : undefined) : elements[name]
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, value: before }]),
    ...(element === undefined ? inner : [x(element, inner)]),
    ...cslMarkup(after),
  ]
}
