/**
 * The locator labels of CSL 1.0.2 ("Locators"), each with the words and signs that manuscripts use for it.
 * The English words come first. After them come words of German, French, Spanish, Italian, Portuguese, Dutch,
 * the Scandinavian languages, Polish, Czech and Russian. One table serves all languages, so each word is
 * listed under one label only.
 */

/** CSL label → words and signs. Words that are abbreviated are listed without their full stop. */
export const locatorLabels: Readonly<Record<string, readonly string[]>> = {
  act: words('acts act acto atto acte Akt'),
  appendix: words(
    `appendices appendix apps app Anhänge Anhang Anh annexes annexe apéndices apéndice apénd appendici
    appendice apêndice bijlage bilaga`,
  ),
  'article-locator': words(
    'articles article arts art Artikel Art artículos artículo articoli articolo artigo artikel',
  ),
  book: words('books book bks bk Bücher Buch livres livre liv libros libro libri livro boek bok'),
  canon: words('canons canon cann can Kanon'),
  chapter: words(
    `chapters chapter chaps chap chs ch Kapitel Kap chapitres chapitre capítulos capítulo caps cap capitoli
    capitolo capp hoofdstukken hoofdstuk hfst kapitel kapittel kap rozdz kapitola глава гл`,
  ),
  column: words(
    'columns column cols col Spalten Spalte Sp colonnes colonne columnas columna colonna coll kolom',
  ),
  elocation: words('locations location locs loc'),
  equation: words(
    `equations equation eqs eq Gleichungen Gleichung Gl équations équation éq ecuaciones ecuación ec
    equazioni equazione equação`,
  ),
  figure: words(
    `figures figure figs fig Abbildungen Abbildung Abb Figuren Figur Fig figuras figura figg afbeelding afb
    figur рис`,
  ),
  folio: words('folios folio fols fol ff f Blätter Blatt Bl foll f° fº'),
  issue: words(
    `numbers number nos no issues issue iss Nummern Nummer Nrn Nr Hefte Heft H numéros numéro n° nº № números
    número núms núm nummer nr numer`,
  ),
  line: words(
    'lines line ll l Zeilen Zeile Z lignes ligne líneas línea righe riga linhas linha regels regel rad linje',
  ),
  note: words(
    'notes note nn n Anmerkungen Anmerkung Anm Fußnoten Fußnote Fn notas nota noten noot not przyp',
  ),
  opus: words('opera opus opp op'),
  page: words(
    `pages page pp p Seiten Seite S páginas página págs pág pagine pagina pagg pag bladzijden bladzijde blz
    sidor sida sider side ss s strony strana стр с`,
  ),
  paragraph: words(
    `paragraphs paragraph paras para ¶¶ ¶ Absätze Absatz Abs Randnummern Randnummer Rdnr Rn Rz paragraphes
    paragraphe paragr párrafos párrafo párr paragrafi paragrafo parr par parágrafo alinea`,
  ),
  part: words('parts part pts pt Teile Teil parties partie partes parte parti deel del część'),
  rule: words('rules rule Regel règles règle reglas regla regole regola'),
  scene: words('scenes scene scs sc Szenen Szene scènes scène escenas escena'),
  section: words(
    `sections section secs sec sects sect §§ § Abschnitte Abschnitt Abschn secciones sección secc sezioni
    sezione sez seção secção sectie avsnitt afsnit avsn`,
  ),
  'sub-verbo': ['sub verbis', 'sub verbo', 's.vv', 's.v'],
  supplement: words('supplements supplement supps supp suppls suppl Beilage Beiheft suppléments supplément'),
  surah: words('surahs surah suras sura sourate Sure'),
  table: words(
    `tables table tabs tab tbl Tabellen Tabelle Tab tableaux tableau tablas tabla tabelle tabella tabelas tabela
    tabel tabell табл`,
  ),
  timestamp: words('timestamps timestamp'),
  'title-locator': words('titles title tits tit Titel titres titre títulos título titoli titolo'),
  verse: words('verses verse vv v Verse Vers V versets verset versos verso versi'),
  version: words('versions version ver Version versión versione'),
  volume: words(
    `volumes volume vols vol Bände Band Bde Bd tomes tome t tomos tomo volúmenes volumen volumi voll delen dl
    band bd bind т`,
  ),
}

/** Splits a list at white space. */
function words(list: string): readonly string[] {
  return list.split(/\s+/)
}
