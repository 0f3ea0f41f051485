/**
 * The commands that print a word of a glossary or of a list of acronyms (packages glossaries and acronym).
 */
export const glossaryNames: readonly string[] =
  'gls Gls GLS glspl Glspl acrshort acrlong acrfull ac Ac acp Acp acs acsp acl aclp acf acfp'.split(' ')
