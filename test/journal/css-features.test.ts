import { describe, expect, it } from 'vitest'
import { featureWishes } from '../../pipeline/journal/css-features.ts'
import { loadWritten } from './load-journal.ts'

describe('the features that a style sheet asks for', () => {
  it.each([
    ['.a { font-variant-caps: small-caps; }', ['smcp']],
    ['.a { color: red; font-variant: all-small-caps }', ['smcp', 'c2sc']],
    ['.a { font: small-caps 10pt/12pt var(--serif) }', ['smcp']],
    ['.a { font-variant-numeric: oldstyle-nums proportional-nums }', ['onum']],
    [`.a { font-feature-settings: "ss01", 'zero' 1, "liga" 0 }`, ['ss01', 'zero']],
    ['@media screen { .a { font-variant-caps: small-caps } .b { font-variant-caps: small-caps } }', ['smcp']],
    [
      '.a { font-synthesis-small-caps: auto; font-variant: small-caps oldstyle-nums } .b { font-variant: all-small-caps }',
      ['onum', 'smcp', 'c2sc'],
    ],
    ['.small-caps { font-variant-caps: normal } /* font-variant: small-caps; */', []],
    ['.a::before { content: "; font-variant: small-caps"; font-variant-numeric: tabular-nums }', []],
  ])('%s', (css, features) => {
    expect(featureWishes(css).map(({ feature }) => feature)).toEqual(features)
  })
})

const titled = 'extends: article\ntitle: T\n'
const libertinus = `${titled}fonts:\n  - {family: F, package: "@fontsource/libertinus-serif", faces: ["400"]}\n`
const garamond = (features: string) =>
  `${titled}fonts:\n  - {family: F, package: "@expo-google-fonts/eb-garamond"${features}, faces: {"400": 400Regular/EBGaramond_400Regular.ttf, "400 italic": 400Regular/EBGaramond_400Regular.ttf, "700": 400Regular/EBGaramond_400Regular.ttf}}\n`
const smallCapitals = '.authors {\n  font-variant-caps: small-caps;\n}\n'

describe('small capitals that no font has', () => {
  it('are reported in the style sheet that asks for them', async () => {
    const { messages } = await loadWritten({ 'journal.yml': libertinus, 'print.css': smallCapitals })
    expect(messages).toEqual([
      'print.css:2:3  warning  Missing feature `smcp` in the fonts of the journal, for `font-variant-caps: small-caps` in print.css  journal-font',
    ])
  })

  it('are reported at the fonts if the journal extends the style sheet', async () => {
    const { messages } = await loadWritten({
      'journal.yml': libertinus.replace('article', 'house'),
      '/house/journal.yml': titled,
      '/house/common.css': smallCapitals,
      '/house/web.css': smallCapitals,
    })
    expect(messages).toEqual([
      'journal.yml:4:3  warning  Missing feature `smcp` in the fonts of the journal, for `font-variant-caps: small-caps` in common.css  journal-font',
    ])
  })

  it.each(['', ', features: [smcp]'])('are not missing in a font that has them: %j', async features => {
    const { messages } = await loadWritten({
      'journal.yml': garamond(features),
      'common.css': smallCapitals,
    })
    expect(messages).toEqual([])
  })

  it('are missing if the manifest keeps other features alone', async () => {
    const { messages } = await loadWritten({
      'journal.yml': garamond(', features: [onum]'),
      'common.css': smallCapitals,
    })
    expect(messages).toHaveLength(1)
  })
})
