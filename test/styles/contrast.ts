/**
 * Contrast of two colours, by WCAG 2.2 (relative luminance), from 1 to 21. Colours as `#rgb` or `#rrggbb`.
 */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The custom properties that a style sheet gives to `:root` on a screen, the last of each, in the light or
 * the dark scheme.
 */
export function rootColours(css: string, scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const media = (query: string) =>
    new RegExp(String.raw`@media ${query} \{\s*((?:[^{}]+\{[^{}]*\}\s*)*)\}`, 'g')
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(media('print'), '')
  const dark = media(String.raw`screen and \(prefers-color-scheme: dark\)`)
  const light = rootValues(plain.replace(dark, ''))
  const values =
    scheme === 'light'
      ? light
      : [...light, ...[...plain.matchAll(dark)].flatMap(([, rules]) => rootValues(rules ?? ''))]
  const colours = new Map(values)
  const resolve = (value: string): string => {
    const name = /^var\((--[a-z-]+)\)$/.exec(value)?.[1]
    return name === undefined ? value : resolve(colours.get(name) ?? '')
  }
  return new Map([...colours].map(([name, value]) => [name, resolve(value)]))
}

function rootValues(css: string): (readonly [string, string])[] {
  return [...css.matchAll(/:root\s*\{([^{}]*)\}/g)].flatMap(([, block]) =>
    [...(block ?? '').matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(
      ([, name, value]) => [name ?? '', (value ?? '').trim()] as const,
    ),
  )
}
