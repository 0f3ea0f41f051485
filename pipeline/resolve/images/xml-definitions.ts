/** What the document type of an XML file defines, and whether the references in a text are to what there is. */

export interface Definitions {
  /** Texts of entities by their names; empty for one that stands in another file. */
  readonly entities: ReadonlyMap<string, string>
  /** Namespaces that elements have without saying so, by their prefixes; the empty one is that of no prefix. */
  readonly namespaces: ReadonlyMap<string, string>
  /** More may be defined in another file. */
  readonly isPartial: boolean
}

/** XML 1.0, 4.6. */
const predefined: readonly (readonly [string, string])[] = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]

export const noDefinitions: Definitions = {
  entities: new Map(predefined),
  namespaces: new Map(),
  isPartial: false,
}

/** `source`: what stands between `<!DOCTYPE` and `>`. Of two definitions the first counts (4.2). */
export function definitionsOf(source: string): Definitions {
  const entities = source.matchAll(/<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM|PUBLIC)/g)
  const defaults = source.matchAll(/\sxmlns(?::([^\s"']+))?\s+CDATA\s+(?:#FIXED\s+)?(?:"([^"]*)"|'([^']*)')/g)
  const own = [...entities].map(([, name = '', double, single]) => [name, double ?? single ?? ''] as const)
  const prefixed = [...defaults].map(
    ([, prefix = '', double, single]) => [prefix, double ?? single ?? ''] as const,
  )
  return {
    entities: new Map([...own.toReversed(), ...predefined]),
    namespaces: new Map(prefixed.toReversed()),
    isPartial: /^\s*\S+\s+(?:SYSTEM|PUBLIC)\b|%[^\s;"'<>]+;/.test(source),
  }
}

/** Undefined where each of them is known, or may be. */
export function referenceFault(text: string, { entities, isPartial }: Definitions): string | undefined {
  for (const [reference, decimal, hexadecimal, name] of text.matchAll(
    /&(?:#(\d+);|#x([\da-fA-F]+);|([^\s&;#<]+);)?/g,
  )) {
    if (reference === '&') return 'it has a bare `&`, expected `&amp;`'
    const isKnown =
      name === undefined
        ? isCharacter(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
        : isPartial || entities.has(name)
    if (!isKnown) return `it has \`${reference}\`, which stands for nothing`
  }
  return undefined
}

/** XML 1.0, 2.2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}
