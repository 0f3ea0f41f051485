/**
 * The localisation keys of biblatex 3.20 (manual, "Localization Keys") → their English words. They stand in
 * the fields `type` and `pubstate`, and in `\bibstring{…}` in any field.
 */

/** The commands of biblatex that print the words of a key, in their long, short and capital forms. */
export const bibstringCommands: readonly string[] =
  'bibstring biblstring bibsstring bibcpstring bibcplstring bibcpsstring bibucstring biblcstring'.split(' ')

const words: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis',
  mathesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  software: 'Computer software',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
  patent: 'Patent',
  patentus: 'U.S. patent',
  patenteu: 'European patent',
  patentde: 'German patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patreq: 'Patent request',
  patrequs: 'U.S. patent request',
  patreqeu: 'European patent request',
  patreqde: 'German patent request',
  patreqfr: 'French patent request',
  patrequk: 'British patent request',
  inpreparation: 'in preparation',
  submitted: 'submitted',
  forthcoming: 'forthcoming',
  inpress: 'in press',
  prepublished: 'pre-published',
  ...keys(`and and  andothers et al.  andmore et al.  in in  of of  to to  by by  on on  from from  at at
    editor editor  editors editors  bycompiler compiled by  byeditor edited by  bytranslator translated by
    byauthor by  byreviser revised by  byillustrator illustrated by  translator translator  translators translators
    compiler compiler  compilers compilers  withafterword with an afterword by  withforeword with a foreword by
    withintroduction with an introduction by  withcommentator with a commentary by  withannotator with annotations by
    edition edition  volume volume  volumes volumes  part part  number number  issue issue  series series
    newseries new series  oldseries old series  chapter chapter  chapters chapters  section section  sections sections
    page page  pages pages  column column  columns columns  line line  lines lines  verse verse  verses verses
    paragraph paragraph  paragraphs paragraphs  jourvol volume  jourser series  book book  version version
    nodate n.d.  circa circa  springseason spring  autumnseason autumn  spring spring  summer summer  autumn autumn
    winter winter  thisissue this issue  url address  urlseen visited on  urlfrom available from  urlalso also at
    reviewof review of  reprint reprint  reprintof reprint of  reprintas reprinted as  reprintfrom reprinted from
    translationof translation of  translationas translated as  translationfrom translated from  origpubin orig. pub. in
    origpubas originally published as  astitle as  bypublisher by  inseries in  ofseries of  see see  seealso see also
    quotedin quoted in  citedas henceforth cited as  backrefpage cited on page  ibidem ibid.  idem idem
    opcit op. cit.  loccit loc. cit.  confer cf.  sequens f.  sequentes ff.  passim passim  library library
    preface preface  introduction introduction  foreword foreword  afterword afterword  bibliography bibliography
    references references  shorthands list of abbreviations  commentary commentary  file file  report report
    thesis thesis  dataset dataset  langenglish English  langfrench French  langgerman German  langlatin Latin
    langgreek Greek  langspanish Spanish  langitalian Italian  langdutch Dutch  langrussian Russian
    fromenglish from the English  fromfrench from the French  fromgerman from the German  fromlatin from the Latin
    fromgreek from the Greek  fromspanish from the Spanish  fromitalian from the Italian  fromrussian from the Russian`),
}

/** `volume volume  byeditor edited by` → the table: two spaces or a line end separate the keys. */
function keys(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(/\s*\n\s*| {2,}/).map(line => [line.replace(/ .*/, ''), line.replace(/^\S+ /, '')]),
  )
}

/** The words of a key; undefined if biblatex has no such key. */
export function bibstring(key: string): string | undefined {
  return Object.hasOwn(words, key.trim()) ? words[key.trim()] : undefined
}
