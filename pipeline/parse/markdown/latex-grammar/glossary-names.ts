/**
 * Commands that print an entry of a glossary or of a list of acronyms: packages glossaries, glossaries-extra,
 * acronym and acro.
 */
import { namesIn } from './signature-table.ts'

/** The names, and the same names with a capital letter at their beginning. */
function withCapitals(names: string): readonly string[] {
  return namesIn(names).flatMap(name => [name, name.charAt(0).toUpperCase() + name.slice(1)])
}

export const glossaryNames: readonly string[] = [
  // glossaries
  ...withCapitals('gls glspl glstext glsfirst glsplural glsfirstplural glsname glssymbol glsdesc'),
  ...withCapitals('acrshort acrshortpl acrlong acrlongpl acrfull acrfullpl'),
  ...withCapitals('glsentryname glsentrytext glsentryplural glsentryfirst glsentryshort glsentryshortpl'),
  ...withCapitals('glsentrylong glsentrylongpl glsentryfull glsentrydesc glsentrysymbol'),
  ...namesIn('GLS GLSpl'),
  // glossaries-extra
  ...withCapitals('glsxtrshort glsxtrshortpl glsxtrlong glsxtrlongpl glsxtrfull glsxtrfullpl'),
  // acronym and acro
  ...withCapitals('ac acp acs acsp acl aclp acf acfp'),
]
