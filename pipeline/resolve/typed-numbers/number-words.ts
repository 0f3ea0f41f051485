/**
 * The words that authors type before the numbers of figures, tables, listings and appendices, in the
 * languages of the labels (`styles/base/labels/`).
 */

export type TypedKind = 'figure' | 'table' | 'listing' | 'appendix'

const words: Readonly<Record<TypedKind, string>> = {
  figure:
    'figure fig figura figuur abbildung abb bild рисунок рис rysunek rys obrázek obr şekil εικόνα σχήμα kuva kuvio figur 图 圖 図 그림 איור شكل',
  table:
    'table tab tabla tabela tabelle tableau tabella tabel tabell taulukko таблица табл таблиця tabulka tablo πίνακας 表 표 טבלה جدول',
  listing: 'listing lst code quelltext extrait listado',
  appendix:
    'appendix annex annexe anhang apéndice anexo apêndice appendice bijlage bilaga vedlegg bilag załącznik příloha ek liite παράρτημα приложение додаток 附录 附錄 付録 부록 נספח ملحق',
}

/** A pattern for one of the words of a kind, with an abbreviation's full stop. */
export function wordPattern(kind: TypedKind): string {
  return `(?:${words[kind].split(' ').join('|')})\\.?`
}
