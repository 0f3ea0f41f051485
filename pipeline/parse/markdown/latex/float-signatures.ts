/** The environments and commands of a LaTeX float that contain its parts. */
/** Environment that contains a table → its signature (`latex-grammar/signatures.ts`). */
export const tabularSignatures: Readonly<Record<string, string>> = {
  array: 'om',
  longtable: 'om',
  supertabular: 'om',
  tabu: 'om',
  tabular: 'om',
  'tabular*': 'mom',
  tabularx: 'mom',
  tabulary: 'mom',
  xltabular: 'mom',
  longtabu: 'om',
  xtabular: 'om',
  NiceTabular: 'omo',
  NiceTabularX: 'momo',
  tblr: 'om',
  longtblr: 'om',
}

/** Environment that only arranges its content → its signature. */
export const boxSignatures: Readonly<Record<string, string>> = {
  adjustbox: 'm',
  adjustwidth: 'mm',
  center: '',
  flushleft: '',
  landscape: '',
  minipage: 'ooom',
  threeparttable: 'o',
  tablenotes: 'o',
}

/** Every environment that is read inside a float → its signature. */
export const environmentSignatures: Readonly<Record<string, string>> = {
  ...tabularSignatures,
  ...boxSignatures,
  subfigure: 'oom',
  subtable: 'oom',
}

/** Command whose last argument can contain parts of the float → its signature. */
export const boxCommandSignatures: Readonly<Record<string, string>> = {
  resizebox: 'mmm',
  scalebox: 'mom',
  subfloat: 'oom',
  subfigure: 'oom',
  subtable: 'oom',
  subcaptionbox: 'omoom',
  makebox: 'oom',
  fbox: 'm',
  centerline: 'm',
  raisebox: 'mm',
  rotatebox: 'omm',
  adjustbox: 'mm',
  captionbox: 'omoom',
}
