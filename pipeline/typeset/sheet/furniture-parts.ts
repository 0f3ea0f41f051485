/** What running heads and feet have besides text: pictures, and rules over the whole width. */
import type { Journal } from '../../journal/index.ts'
import { imageOf } from '../../journal/index.ts'
import type { PageKind } from '../../model/article.ts'
import type { FurnitureJob } from '../hands/place.ts'

export type FurnitureStyle = Journal['manifest']['furniture']

/** The picture at a place such as `head-left`. */
export function furnitureImage(
  style: FurnitureStyle,
  kind: PageKind,
  place: string,
): FurnitureJob['image'] | undefined {
  const image = Object.entries(style[kind]).find(([name]) => name === place)?.[1]
  const { image: source, height } = imageOf(image) ?? {}
  return source === undefined || height === undefined ? undefined : { source, height }
}

/** The rules of a page. `texts`: its running heads and feet, whose boxes the rules share. */
export function furnitureRules(
  texts: readonly FurnitureJob[],
  style: FurnitureStyle,
  kind: PageKind,
): FurnitureJob[] {
  return (['head', 'foot'] as const).flatMap(edge => {
    const rule = style[kind][`${edge}-rule`]
    const boxes = texts.filter(({ className }) => className.includes(` ${edge} `))
    const [box] = boxes
    if (rule === undefined || !box) return []
    // The side of the text on which a rule alone is: towards the article.
    const { above, below } =
      typeof rule === 'number'
        ? edge === 'head'
          ? { below: rule, above: undefined }
          : { above: rule, below: undefined }
        : rule
    const lines = Math.max(...boxes.map(({ text }) => text.split('\n').length))
    const job = (side: 'above' | 'below', weight: number | undefined): FurnitureJob[] =>
      weight === undefined
        ? []
        : [
            {
              ...withoutImage(box),
              className: `furniture ${edge} rule ${side} on-${kind}`,
              text: '',
              style: `--rule-weight:${weight}px;--furniture-lines:${lines}`,
            },
          ]
    return [...job('above', above), ...job('below', below)]
  })
}

function withoutImage({ image: _, ...job }: FurnitureJob): FurnitureJob {
  return job
}
