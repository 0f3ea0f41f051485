/** What is used of plug-ins that come without types. */
declare module '@citation-js/plugin-doi' {
  export const parsers: {
    /** What doi.org's registries answer → CSL, as far as they differ. */
    readonly json: { parse(answer: object): Record<string, unknown> }
  }
}
