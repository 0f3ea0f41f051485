/** Typings for the parts that Offprint uses of citation-js's plug-ins without types. */
declare module '@citation-js/plugin-enw'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-doi' {
  export const parsers: {
    /** Converts an answer of doi.org's registries to CSL. Only values that differ from CSL are changed. */
    readonly json: { parse(answer: object): Record<string, unknown> }
  }
}
