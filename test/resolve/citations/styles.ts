/** Test help: small CSL styles of the four kinds, simple enough to predict their citations. */

interface StyleParts {
  readonly kind?: 'in-text' | 'note'
  readonly macros?: string
  /** Attributes and content of `<citation>`. */
  readonly citation: string
  readonly layout: string
  readonly bibliography?: string
}

function style({ kind = 'in-text', macros = '', citation, layout, bibliography }: StyleParts): string {
  const list =
    bibliography ??
    '<names variable="author"><substitute><text variable="title"/></substitute></names><text variable="title" prefix=" "/>'
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="en-US">
  <info><title>Test</title><id>urn:test</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  ${macros}
  <citation ${citation}>${layout}</citation>
  <bibliography><layout suffix=".">${list}</layout></bibliography>
</style>`
}

const author = `<macro name="author"><names variable="author"><name form="short" and="text"/>
  <substitute><text variable="title" form="short"/></substitute></names></macro>`
const locator = `<macro name="locator"><group delimiter=" "><label variable="locator" form="short"/>
  <text variable="locator"/></group></macro>`

/** Author and date: (Doe 2001a, b; Roe and Poe 2003, p. 3) */
export const authorDate = style({
  macros: `${author}${locator}<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>`,
  citation: 'disambiguate-add-year-suffix="true" collapse="year" et-al-min="3" et-al-use-first="1"',
  layout: `<sort><key macro="author"/><key macro="year"/></sort>
    <layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><group delimiter=" "><text macro="author"/>
    <text macro="year"/></group><text macro="locator"/></group></layout>`,
  bibliography: '<text macro="author"/><text macro="year" prefix=" "/><text variable="title" prefix=" "/>',
})

const numbered = `<sort><key variable="citation-number"/></sort>`
const numberedList = '<text variable="citation-number" suffix=". "/><text variable="title"/>'

/** Numbers in brackets: [1–3, 5] */
export const numeric = style({
  macros: locator,
  citation: 'collapse="citation-number"',
  layout: `${numbered}<layout prefix="[" suffix="]" delimiter=", "><group delimiter=", ">
    <text variable="citation-number"/><text macro="locator"/></group></layout>`,
  bibliography: numberedList,
})

/** Raised numbers: ^1–3,5^ */
export const superscript = style({
  citation: 'collapse="citation-number"',
  layout: `${numbered}<layout vertical-align="sup" delimiter=","><text variable="citation-number"/></layout>`,
  bibliography: numberedList,
})

/**
 * Notes: Doe, Alpha (2001), p. 3. Then: Ibid., p. 5. Then:
 * Doe, Alpha (note 1), with "above" if note 1 is near.
 */
export const notes = style({
  kind: 'note',
  macros: `${author}${locator}`,
  citation: 'near-note-distance="2" et-al-min="3" et-al-use-first="1"',
  layout: `<layout suffix="." delimiter="; "><choose>
    <if position="ibid-with-locator"><group delimiter=", "><text term="ibid" text-case="capitalize-first"/><text macro="locator"/></group></if>
    <else-if position="ibid"><text term="ibid" text-case="capitalize-first"/></else-if>
    <else-if position="subsequent"><group delimiter=", "><text macro="author"/>
      <group delimiter=" "><text variable="title" font-style="italic"/>
        <text variable="first-reference-note-number" prefix="(note " suffix=")"/>
        <choose><if position="near-note"><text value="above"/></if></choose></group>
      <text macro="locator"/></group></else-if>
    <else><group delimiter=", "><text macro="author"/><group delimiter=" "><text variable="title" font-style="italic"/>
      <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date></group><text macro="locator"/></group></else>
  </choose></layout>`,
})
