/** Validates JATS against the DTD of Journal Publishing 1.3 with MathML 3, in memory and without network. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

/** An address that leads nowhere: the DTD's files are read from memory. */
const base = 'file:///jats/'
const options = ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID | ParseOption.XML_PARSE_NONET

/** Returns a function that lists the faults of a document. `folder`: the DTD with its modules. */
export function jatsValidator(folder: string): (xml: Uint8Array) => readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => statSync(join(folder, name)).isFile())
  const buffers = files.map(name => [`${base}${name}`, readFileSync(join(folder, name))])
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)))
  return xml => {
    try {
      XmlDocument.fromBuffer(xml, { url: `${base}article.xml`, option: options }).dispose()
      return []
    } catch (error) {
      if (error instanceof XmlLibError) return error.message.trim().split('\n')
      throw error
    }
  }
}
