/** Runs a hand in the sheet and gives it the kit that hands share (`hands/dom.ts`). */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { type Dom, domKit } from '../hands/dom.ts'

type Hand<Args extends readonly unknown[], Result> = (dom: Dom, ...args: Args) => Result

/**
 * Calls the hand in the browser and returns its result. This is one call of the browser, whatever the size of
 * the arguments.
 */
export function runHand<Args extends readonly unknown[], Result>(
  sheet: BrowserPage,
  hand: Hand<Args, Result>,
  ...args: Args
): Promise<Awaited<Result>> {
  /** Makes the kit that hands share, and calls the hand with it. Runs in the browser. */
  const withKit = (calledHand: Hand<Args, Result>, makeKit: () => Dom, ...rest: Args): Result =>
    calledHand(makeKit(), ...rest)
  return sheet.run(withKit, hand, domKit, ...args)
}
