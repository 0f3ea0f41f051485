/** `offprint setup`: gets the browser ready. The only command but `cite` that uses the network. */
import { Command } from 'commander'
import { visibleText } from './report/visible-text.ts'

export const setupCommand = new Command('setup')
  .description('Get the browser ready that makes the pages. Downloads one if this machine has none.')
  .option('--download', 'download one also if Chrome, Edge or Chromium is installed')
  .addHelpText(
    'after',
    `
Examples:
  offprint setup                what builds use: unpacks or downloads it, or says where it is
  offprint setup --download     a browser of the version that Offprint is made for, in place of the system's

Linux on x86-64 has a browser inside an npm package, and downloads none. Proxies: HTTPS_PROXY. Later,
"offprint doctor" says what is found.`,
  )
  .action(runSetup)

const origins = {
  named: 'named by the environment',
  package: 'comes with Offprint',
  setup: 'installed before',
  system: 'of this system',
  downloaded: 'downloaded',
} as const

async function runSetup({ download }: { readonly download?: boolean }): Promise<void> {
  const { setup } = await import('../tasks/setup.ts')
  const say = (line: string) => void process.stdout.write(`${visibleText(line)}\n`)
  const { path, source } = await setup({ download, onProgress: progressLines(say) })
  say(`The browser is ready: ${path} (${origins[source]}).`)
}

/** The time between two lines about a download, in ms. */
const interval = 10_000

/** A line with the size when a download begins, then one about every ten seconds. */
export function progressLines(
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): (loaded: number, size: number) => void {
  let last: number | undefined
  const megabytes = (bytes: number) => Math.round(bytes / 1e6)
  return (loaded, size) => {
    if (last === undefined) say(`Downloading the browser: ${megabytes(size)} MB …`)
    else if (now() - last < interval) return
    else say(`  ${megabytes(loaded)} of ${megabytes(size)} MB`)
    last = now()
  }
}
