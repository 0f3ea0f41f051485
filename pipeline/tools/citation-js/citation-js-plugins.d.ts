/** Plug-ins of citation-js that come without typings: what is used of them. */
declare module '@citation-js/plugin-enw'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-doi' {
  export const parsers: {
    /** What doi.org's registries answer → CSL, as far as they differ. */
    readonly json: { parse(answer: object): Record<string, unknown> }
  }
}
