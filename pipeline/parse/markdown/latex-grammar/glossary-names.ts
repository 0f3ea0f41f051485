/** Commands that print an entry of a glossary or of a list of acronyms: packages glossaries and acronym. */
import { namesIn } from './signature-table.ts'

export const glossaryNames: readonly string[] = [
  // glossaries
  ...namesIn('gls Gls GLS glspl Glspl acrshort acrlong acrfull'),
  // acronym
  ...namesIn('ac Ac acp Acp acs acsp acl aclp acf acfp'),
]
