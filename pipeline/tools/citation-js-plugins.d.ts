/** Plug-ins of citation-js that come without typings; they are loaded for what they add to it. */
declare module '@citation-js/plugin-enw'
declare module '@citation-js/plugin-ris'
