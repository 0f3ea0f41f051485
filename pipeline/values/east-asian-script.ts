/** Names in the scripts of China, Japan and Korea, in which the family name comes first. */

/** True for a name in Han, Kana or Hangul only. */
export function isEastAsian(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー\s]+$/u.test(name)
}
