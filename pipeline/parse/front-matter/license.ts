/**
 * A licence in any form (an SPDX id, "CC BY", a web address, a sentence) → its id, text and address, as far
 * as they are known.
 */
import { ownValue } from '../../values/record.ts'
import { isWebAddress } from '../../values/web-address.ts'

interface License {
  readonly id?: string
  readonly text?: string
  readonly url?: string
}

const names: Readonly<Record<string, License>> = {
  cc0: { id: 'CC0-1.0', text: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  mit: { id: 'MIT', text: 'MIT License', url: 'https://opensource.org/license/mit' },
}

export function readLicense(text: string): License {
  const plain = text.trim()
  const creative =
    /^(?:https?:\/\/)?(?:www\.)?(?:creativecommons\.org\/licenses\/|cc[\s-])(by(?:[\s-](?:nc|nd|sa))*)(?:[\s/-](\d\.\d))?(?:\/.*)?(?: (?:license|licence|international).*)?$/i.exec(
      plain,
    )
  if (creative) {
    const kind = (creative[1] ?? '').toUpperCase().replace(/\s/g, '-')
    const version = creative[2] ?? '4.0'
    return {
      id: `CC-${kind}-${version}`,
      text: `CC ${kind} ${version}`,
      url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
    }
  }
  const known = ownValue(names, /^cc[\s-]?0|publicdomain\/zero/i.test(plain) ? 'cc0' : plain.toLowerCase())
  if (known) return known
  if (isWebAddress(plain)) return { url: plain, text: plain }
  return /^[A-Za-z0-9.+-]+$/.test(plain) ? { id: plain } : { text: plain }
}
