/** What a build of one article is asked for, and what it returns. */
import type { VFile } from 'vfile'
import type { Journal } from '../journal/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import type { Dialect } from '../model/dialect.ts'
import type { Severities } from '../model/severities.ts'
import type { ReferenceFiles } from '../resolve/index.ts'
import type { Browser } from '../tools/browser/puppeteer.ts'
import type { Watchdog } from '../tools/watchdog/watchdog.ts'
import type { JournalChoice } from './choose-journal.ts'
import type { Trust } from './guard-reading.ts'
import type { Format } from './outputs.ts'
import type { StepTiming } from './timings.ts'

export interface BuildOptions extends JournalChoice, Trust {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** The dialect of the manuscript's Markdown. Default: the one that its own signs name. */
  readonly dialect?: Dialect | undefined
  /** Base name of the output files. Default: the name of the manuscript's file or folder. */
  readonly slug?: string | undefined
  readonly formats: readonly Format[]
  /** The interval of the line numbers beside each column; 0 for none. Default: the setting of the journal. */
  readonly lineNumbers?: number | undefined
  /** The files that references are checked against. */
  readonly references?: ReferenceFiles | undefined
  /** Rule of a message → `off`, `warning` or `error`. Default: as the journal says, else that of the rule. */
  readonly severity?: Severities | undefined
  /** A browser that the caller has started already. The build closes it in the end. */
  readonly browser?: Promise<Browser> | undefined
  /** Ends the work on an article that takes too much time or memory. Default: there is no limit. */
  readonly watchdog?: Watchdog | undefined
  /** Web address of the folder where the files will be published, without `?` and `#`. */
  readonly site?: string | undefined
  /**
   * Large images of the web edition: inside the page, or files beside it (drawings stay inside). Default:
   * inside.
   */
  readonly images?: 'inside' | 'beside' | undefined
  /** Absolute folder for the files. */
  readonly output: string
  readonly onProgress?: (step: string) => void
}

export interface BuildResult {
  /** Name → bytes, as written; empty if no output was possible. */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  /** The number of pages of the PDF, if one was made. */
  readonly pageCount?: number
  /** The manuscript as read, the article as resolved, and its journal; undefined if nothing could be made. */
  readonly manuscript?: Manuscript
  readonly article?: Article
  readonly journal?: Journal
  /** The steps of the build in their order. */
  readonly timings: readonly StepTiming[]
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}
