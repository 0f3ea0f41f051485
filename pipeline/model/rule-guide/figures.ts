/** Rules about images, and about their places and captions. */
import type { RuleGuide } from './guide.ts'

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`
const map = '![A map](map.svg)'

export const figureRules = {
  'credit-unprinted': {
    why: 'Credits are printed in captions. Without a caption the maker would go unnamed, which many licences forbid.',
    at: 'text',
    wrong: '‸::: {credit="Ann Doe"}\nText.\n:::',
    right: '![A map](map.svg){#fig:map credit="Ann Doe"}',
  },
  'figure-broken': {
    why: 'A mark is printed in place of the image.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\n---\n\n‸![A plot](plot.svg)\n',
      'plot.svg': 'This is not a drawing.\n',
    },
    right: {
      'article.md': '---\ntitle: T\n---\n\n![A plot](plot.svg)\n',
      'plot.svg': svg('<path d="M0 9 9 0"/>'),
    },
  },
  'figure-font': {
    why: 'On a computer without the font, another one is used, and labels may be too wide or overlap.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\n---\n\n‸![A plot](plot.svg)\n',
      'plot.svg': svg('<text font-family="Papyrus">x</text>'),
    },
    right: {
      'article.md': '---\ntitle: T\n---\n\n![A plot](plot.svg)\n',
      'plot.svg': svg('<path d="M0 9 9 0"/>'),
    },
  },
  'figure-incomplete': {
    why: 'Browsers do not load files that an image refers to. The drawing would have a hole.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\n---\n\n‸![A plot](plot.svg)\n',
      'plot.svg': svg('<image href="photo.png" width="9" height="9"/>'),
    },
    right: {
      'article.md': '---\ntitle: T\n---\n\n![A plot](plot.svg)\n',
      'plot.svg': svg('<image href="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9"/>'),
    },
  },
  'figure-misnamed': {
    why: 'The image is printed, but other programs may refuse to open the file.',
    outputs: 'none',
    at: 'text',
    wrong: '‸![A map](map.png)',
    right: map,
    beside: { 'map.png': svg('') },
  },
  'figure-missing': {
    why: 'A mark is printed in place of the image.',
    at: 'text',
    wrong: '‸![A map](mpa.svg)',
    right: map,
  },
  'figure-name': {
    why: 'Some computers take capital and small letters of file names for the same, others do not: there the image would be missing.',
    outputs: 'none',
    at: 'text',
    wrong: '‸![A map](Map.svg)',
    right: map,
  },
  'figure-no-alt': {
    why: 'Readers who cannot see the image learn nothing about it.',
    at: 'text',
    wrong: '‸![](map.svg)',
    right: '![A map of the wells](map.svg)',
  },
  'figure-outside': {
    why: 'Files outside of the folder are not read, so that a manuscript from elsewhere cannot publish files of your computer.',
    at: 'text',
    wrong: '‸![A map](../../map.svg)',
    right: map,
  },
  'figure-remote': {
    why: 'Nothing is fetched during a build: the same manuscript must give the same article tomorrow.',
    at: 'text',
    wrong: '‸![A map](https://example.org/map.svg)',
    right: map,
  },
  'figure-resolution': {
    why: 'The image looks blurred or shows its pixels when it is printed.',
    outputs: 'pdf',
    at: 'text',
    wrong: '![A photograph of 300 × 200 pixels](small.png){width=100%}',
    right: '![The same of 2000 × 1333 pixels](large.png){width=100%}',
  },
  'nudge-idle': {
    why: 'The words have no effect, so the page looks different from what was meant.',
    at: 'text',
    wrong: '‸::: {.column-margin}\nText.\n:::',
    right: ':::: {.column-page}\n| a |\n|---|\n| 1 |\n\n: A table. {#tbl:a}\n::::',
  },
  'nudge-invalid': {
    why: 'The value is ignored, and Offprint chooses the place.',
    at: 'text',
    wrong: '‸![A map](map.svg){placement=wombat}',
    right: '![A map](map.svg){placement=top}',
  },
  'number-asked': {
    why: 'Offprint numbers figures, tables and equations itself, so that references are always right.',
    at: 'text',
    wrong: '‸![A map](map.svg){#fig:map label=X}',
    right: '![A map](map.svg){#fig:map}',
  },
  'number-typed': {
    why: 'The number would be printed twice: "Figure 1. Figure 1."',
    at: 'text',
    wrong: '![‸Figure 1. A map](map.svg)',
    right: map,
  },
} as const satisfies Record<string, RuleGuide>
