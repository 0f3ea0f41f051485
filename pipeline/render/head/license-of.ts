/** A licence for schema.org: its address, or else a `CreativeWork` with its name. */
import type { Metadata } from '../../model/metadata.ts'

export function licenseOf(license: Metadata['license']): string | object | undefined {
  const name = license?.text ?? license?.id
  return license?.url ?? (name === undefined ? undefined : { '@type': 'CreativeWork', name })
}
