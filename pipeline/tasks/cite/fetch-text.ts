/**
 * A web address → the text that is there. Requests behave as registries ask: they give their name, follow
 * redirects, try once more after "later", and limit time and size. The only file that uses the network.
 */
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** The reason why a look-up failed; `rule` is a rule of `model/diagnostics.ts`. */
export class LookUpError extends Error {
  readonly rule: 'lookup-answer' | 'lookup-failed' | 'lookup-missing'
  readonly remedy: string

  constructor(rule: LookUpError['rule'], message: string, remedy: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'LookUpError'
    this.rule = rule
    this.remedy = remedy
  }
}

interface FetchOptions {
  /** The HTTP header Accept: media types. */
  readonly accept: string
  /** The HTTP header User-Agent: `Offprint/0.1.0`. */
  readonly agent: string
  /** Time limit of one try, in seconds. */
  readonly timeout: number
}

/** Size limit in bytes, after decompression. */
const largest = 5_000_000
const mostRedirects = 10
/** The longest wait before the second try, in seconds. */
const longestWait = 10
const later = 'Try again later.'

/** What `useProxies` needs of Node's module `http`. Node 22 has no such function. */
interface ProxySetter {
  readonly setGlobalProxyFromEnv?: (environment: Readonly<Record<string, string | undefined>>) => unknown
}

/**
 * Uses the proxies of the environment (HTTPS_PROXY, HTTP_PROXY, NO_PROXY). Throws `LookUpError` if one is not
 * a web address, or if this Node uses proxies only when NODE_USE_ENV_PROXY is set, and it is not.
 */
export function useProxies(
  environment: Readonly<Record<string, string | undefined>>,
  setter: ProxySetter = http,
): void {
  if (setter.setGlobalProxyFromEnv === undefined) checkProxies(environment)
  try {
    setter.setGlobalProxyFromEnv?.(environment)
  } catch (cause) {
    const reason = `Unexpected proxy \`${cause instanceof Error ? cause.message : cause}\`, expected an address`
    throw new LookUpError('lookup-failed', reason, 'Check HTTPS_PROXY and HTTP_PROXY.', cause)
  }
}

/** For a Node that can use proxies only from its start. */
function checkProxies(environment: Readonly<Record<string, string | undefined>>): void {
  const name = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find(key => environment[key])
  if (name === undefined || environment.NODE_USE_ENV_PROXY === '1') return
  throw new LookUpError(
    'lookup-failed',
    `Unused proxy: ${name} is set, but this Node (${process.version}) ignores it`,
    'Set NODE_USE_ENV_PROXY=1 too (Node 22.21 or later), use Node 24.14 or later, or unset the proxy.',
  )
}

/** The text at a web address. Throws `LookUpError`. */
export async function fetchText(address: string, options: FetchOptions): Promise<string> {
  const first = await fetchOnce(address, options)
  const answer = first.pause === undefined ? first : await again(address, options, first.pause)
  if (answer.status === 404 || answer.status === 410) {
    throw new LookUpError(
      'lookup-missing',
      `${hostOf(address)} has no such work`,
      'Look whether the identifier is written as it should be.',
    )
  }
  if (answer.status < 200 || answer.status > 299) {
    throw failed(
      address,
      `answers with status ${answer.status}`,
      answer.status >= 500 || answer.pause !== undefined ? later : sayWhere,
    )
  }
  if (answer.isPage) {
    throw new LookUpError(
      'lookup-answer',
      `${hostOf(address)} answers with a web page, expected data`,
      sayWhere,
    )
  }
  if (answer.text.trim() === '') {
    throw new LookUpError('lookup-answer', `${hostOf(address)} answers with nothing, expected data`, sayWhere)
  }
  return answer.text
}

const sayWhere = 'The registry has no data to give for it; write the entry by hand.'

interface Answer {
  readonly status: number
  readonly text: string
  readonly isPage: boolean
  /** The wait that the server asks for, in seconds. */
  readonly pause?: number
}

async function again(address: string, options: FetchOptions, pause: number): Promise<Answer> {
  if (pause > longestWait) throw failed(address, `asks to wait for ${pause} seconds`, later)
  await wait(pause * 1000)
  return await fetchOnce(address, options)
}

async function fetchOnce(address: string, { accept, agent, timeout }: FetchOptions): Promise<Answer> {
  if (!URL.canParse(address)) {
    throw failed(address, 'is no address', 'Look at OFFPRINT_DOI_URL and the others of its kind.')
  }
  const signal = AbortSignal.timeout(timeout * 1000)
  try {
    const response = await follow(address, { headers: { accept, 'user-agent': agent }, signal })
    const { status, headers } = response
    const text = status === 404 ? '' : await readText(response, address)
    if (status === 404) await response.body?.cancel()
    return {
      status,
      text,
      isPage: /\bhtml\b/i.test(headers.get('content-type') ?? ''),
      ...((status === 429 || status === 503) && { pause: pauseOf(headers.get('retry-after')) }),
    }
  } catch (cause) {
    if (cause instanceof LookUpError) throw cause
    if (signal.aborted) throw failed(address, `did not answer within ${timeout} seconds`, waitLonger, cause)
    throw failed(address, `cannot be reached: ${reasonOf(cause)}`, lookAtNetwork, cause)
  }
}

const waitLonger = 'Try again later, or wait longer with --timeout.'
const lookAtNetwork = 'Look at the network, and at HTTPS_PROXY where there is a proxy.'

async function follow(address: string, init: RequestInit): Promise<Response> {
  const seen = new Set<string>()
  let next = address
  while (!seen.has(next) && seen.size <= mostRedirects) {
    seen.add(next)
    const response = await fetch(next, { ...init, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    await response.body?.cancel()
    if (!URL.canParse(location, next)) throw failed(address, 'redirects to what is no address', sayWhere)
    const url = new URL(location, next)
    if (!/^https?:$/.test(url.protocol)) throw failed(address, `redirects to ${url.protocol}`, sayWhere)
    next = url.href
  }
  throw failed(address, seen.has(next) ? 'redirects in a circle' : 'redirects too often', later)
}

/** Reads the answer in pieces, so that an endless answer is cut off at the size limit. */
async function readText(response: Response, address: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) throw failed(address, `answers with more than ${largest / 1e6} MB`, sayWhere)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/**
 * The time in seconds that a server asks a client to wait. `Retry-After` gives seconds or a date (RFC 9110,
 * 10.2.3). Default: one second.
 */
function pauseOf(header: string | null): number {
  if (header === null) return 1
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isNaN(seconds) ? 1 : Math.max(0, Math.ceil(seconds))
}

function failed(address: string, what: string, remedy: string, cause?: unknown): LookUpError {
  return new LookUpError('lookup-failed', `${hostOf(address)} ${what}`, remedy, cause)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** The reason of a failed `fetch`, whose own message is always "fetch failed": it is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
