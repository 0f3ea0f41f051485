/**
 * How much a browser has to draw for an SVG: its elements with all their copies. `<use>`, masks, clip paths,
 * patterns, markers and filters draw what they refer to once more, so that a small file can mean billions of
 * elements. Fed with the elements of a file in their order; nothing is drawn.
 */

/** An element, or the part of the drawing around all elements. */
interface Part {
  /** Elements in it, itself included, without copies. */
  size: number
  /** `#id` and `.class` → how often what is so called is drawn in it. */
  readonly copies: Map<string, number>
}

/** Limits that no real drawing reaches. */
const most = { elements: 300_000, copies: 200_000, drawn: 1_000_000, primitives: 50, octaves: 20 }

const referring = /url\(\s*["']?#([^"')\s]+)/g
const drawnAttributes = /^(?:fill|stroke|mask|clip-path|filter|style|marker(?:-start|-mid|-end)?)$/

export class SvgExpansion {
  readonly #drawing: Part = { size: 0, copies: new Map() }
  readonly #named = new Map<string, Part>()
  readonly #open: { readonly name: string; readonly part: Part | undefined; primitives: number }[] = []
  /** Class → ids that the rules for it refer to. */
  readonly #rules = new Map<string, string[]>()
  #fault: string | undefined

  /** An element begins. `attributes`: their values without entities, by their names without prefix. */
  start(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#drawing.size > most.elements) {
      this.#fault = `it has more than ${most.elements} elements`
      return
    }
    const id = attributes.get('id')
    const part: Part | undefined = id === undefined ? undefined : { size: 0, copies: new Map() }
    if (id !== undefined && part && !this.#named.has(`#${id}`)) this.#named.set(`#${id}`, part)
    const copies = copiesBy(name, attributes)
    for (const holder of [this.#drawing, ...this.#open.map(element => element.part), part]) {
      if (!holder) continue
      holder.size++
      for (const [key, count] of copies) holder.copies.set(key, (holder.copies.get(key) ?? 0) + count)
    }
    const filter = this.#open.at(-1)
    if (filter?.name === 'filter' && ++filter.primitives > most.primitives)
      this.#fault = 'its filters have too many steps'
    if (Number(attributes.get('numOctaves') ?? 0) > most.octaves)
      this.#fault = 'its filters have too many steps'
    this.#open.push({ name, part, primitives: 0 })
  }

  end(): void {
    this.#open.pop()
  }

  /** Text in the innermost element; that of `<style>` may refer to parts of the drawing. */
  text(content: string): void {
    if (this.#open.at(-1)?.name !== 'style') return
    for (const [, selector = '', rules = ''] of content.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const ids = [...rules.matchAll(referring)].map(([, id = '']) => `#${id}`)
      if (ids.length === 0) continue
      for (const [, name = ''] of selector.matchAll(/\.([\w-]+)/g))
        this.#rules.set(`.${name}`, [...(this.#rules.get(`.${name}`) ?? []), ...ids])
    }
  }

  /** Why the drawing takes too long, in words; undefined if it does not. */
  fault(): string | undefined {
    if (this.#fault !== undefined) return this.#fault
    const uses = this.#copiesIn(this.#drawing, key => key.startsWith('use '))
    if (uses > most.copies) return `it copies its parts more than ${most.copies} times`
    if (this.#copiesIn(this.#drawing, () => true) > most.drawn)
      return `its masks, patterns, markers and filters draw more than ${most.drawn} parts`
    return undefined
  }

  /** The elements that are drawn in a part because it refers to them. A part inside itself is not drawn. */
  #copiesIn(part: Part, isCounted: (key: string) => boolean): number {
    const known = new Map<Part, number>()
    const open = new Set<Part>()
    const drawnBy = (holder: Part): number => {
      const cached = known.get(holder)
      if (cached !== undefined || open.has(holder)) return cached ?? 0
      open.add(holder)
      let drawn = 0
      for (const [key, count] of holder.copies) {
        if (!isCounted(key)) continue
        for (const target of this.#targetsOf(key)) drawn += count * (target.size + drawnBy(target))
      }
      open.delete(holder)
      known.set(holder, drawn)
      return drawn
    }
    return drawnBy(part)
  }

  #targetsOf(key: string): readonly Part[] {
    const name = key.replace(/^use /, '')
    const ids = name.startsWith('.') ? (this.#rules.get(name) ?? []) : [name]
    return ids.flatMap(id => this.#named.get(id) ?? [])
  }
}

/** What an element draws once more, and how often. A key of `<use>` begins with "use ". */
function copiesBy(name: string, attributes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const copies = new Map<string, number>()
  const add = (key: string, count: number) => copies.set(key, (copies.get(key) ?? 0) + count)
  const href = attributes.get('href')?.trim()
  if (href?.startsWith('#') && name !== 'a') add(name === 'use' ? `use ${href}` : href, 1)
  const vertices = verticesIn(attributes)
  for (const [attribute, value] of attributes) {
    if (attribute === 'class') for (const word of value.split(/\s+/)) add(`.${word}`, vertices)
    if (!drawnAttributes.test(attribute)) continue
    const isMarker = attribute.startsWith('marker') || (attribute === 'style' && value.includes('marker'))
    for (const [, id = ''] of value.matchAll(referring)) add(`#${id}`, isMarker ? vertices : 1)
  }
  return copies
}

/** About the number of corners of a line, each of which may have a marker; 1 for other elements. */
function verticesIn(attributes: ReadonlyMap<string, string>): number {
  const line = attributes.get('d') ?? attributes.get('points')
  return line === undefined ? 1 : Math.max(1, Math.ceil((line.match(/[\d.]+/g)?.length ?? 0) / 2))
}
