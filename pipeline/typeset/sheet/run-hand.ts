/** Runs a hand in the sheet and gives it the kit that hands share (`hands/dom.ts`). */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { type Dom, domKit } from '../hands/dom.ts'

type Hand<Args extends readonly unknown[], Result> = (dom: Dom, ...args: Args) => Result

/** Returns what the hand returns. One call of the browser, however much is sent along. */
export function runHand<Args extends readonly unknown[], Result>(
  sheet: BrowserPage,
  hand: Hand<Args, Result>,
  ...args: Args
): Promise<Awaited<Result>> {
  /** Runs in the page. */
  const withKit = (calledHand: Hand<Args, Result>, makeKit: () => Dom, ...rest: Args): Result =>
    calledHand(makeKit(), ...rest)
  return sheet.run(withKit, hand, domKit, ...args)
}
