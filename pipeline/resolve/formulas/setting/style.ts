/** The eight styles of The TeXbook, appendix G: display, text, script and scriptscript, each also cramped. */

export interface Style {
  readonly level: 'display' | 'text' | 'script' | 'scriptscript'
  readonly isCramped: boolean
}

/** The sizes of LaTeX for text of 10 pt: 10, 7 and 5 pt. */
const sizes = { display: 1, text: 1, script: 0.7, scriptscript: 0.5 } as const

export function sizeOf({ level }: Style): number {
  return sizes[level]
}

export function isScript({ level }: Style): boolean {
  return level === 'script' || level === 'scriptscript'
}

export function cramped(style: Style): Style {
  return { ...style, isCramped: true }
}

/** The style of superscripts (C↑). */
export function superscriptStyle({ level, isCramped }: Style): Style {
  return { level: level === 'display' || level === 'text' ? 'script' : 'scriptscript', isCramped }
}

/** The style of subscripts (C↓). */
export function subscriptStyle(style: Style): Style {
  return cramped(superscriptStyle(style))
}

export function numeratorStyle(style: Style): Style {
  return style.level === 'display' ? { ...style, level: 'text' } : superscriptStyle(style)
}

export function denominatorStyle(style: Style): Style {
  return cramped(numeratorStyle(style))
}
