/**
 * The recommendations of JATS for Reuse as Schematron rules. The rules are written for XSLT: their functions
 * and documents are given to the XPath engine here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerCustomXPathFunction, Schema } from 'node-schematron'
import { parseXmlDocument } from 'slimdom'

const functions = 'http://www.w3.org/2005/xpath-functions'
const ownFunctions = 'http://jats4r.org/ns'

/** Returns a function that lists the errors of a document. `folder`: `jats4r.sch` with its parts. */
export function jats4rValidator(folder: string): (xml: string) => readonly string[] {
  const master = readFileSync(join(folder, 'jats4r.sch'), 'utf8')
  registerFunctions(master, folder)
  const namespaces = (master.match(/<ns [^>]*>/g) ?? []).join('')
  const names = readdirSync(folder).filter(
    name => /-errors(?:-\d)?\.sch$/.test(name) && !name.startsWith('peer-review'),
  )
  const schemas = names.map((name): [string, Schema] => {
    const text = readFileSync(join(folder, name), 'utf8')
      .replace(/^<\?xml.*?\?>/, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      // Attributes have no types here.
      .replaceAll('idref(@id)', "(let $own := string(@id) return //@rid[tokenize(., ' ') = $own])")
    const schema = `<schema xmlns="http://purl.oclc.org/dsdl/schematron">${namespaces}${text}</schema>`
    return [name.replace('.sch', ''), Schema.fromString(schema)]
  })
  return xml => {
    const document = xml.replace(/<!DOCTYPE[^>]*>/, '')
    return schemas.flatMap(([name, schema]) =>
      schema
        .validateString(document, {})
        .map(({ message }) => `${name}: ${(message ?? '').replace(/\s+/g, ' ').trim()}`),
    )
  }
}

function registerFunctions(master: string, folder: string): void {
  const read = (_: unknown, name: string) => parseXmlDocument(readFileSync(join(folder, name), 'utf8'))
  for (const localName of ['document', 'doc']) {
    registerCustomXPathFunction({ namespaceURI: functions, localName }, ['xs:string?'], 'node()?', read)
  }
  // Each of the master's functions asks whether a value is in a list.
  for (const [source, name = ''] of master.matchAll(
    /<xsl:function name=["']j4r:([\w-]+)["'][\s\S]*?<\/xsl:function>/g,
  )) {
    const values = [...source.matchAll(/\$\w+='([^']*)'/g)].map(([, value]) => value)
    const isUpper = source.includes('upper-case')
    registerCustomXPathFunction(
      { namespaceURI: ownFunctions, localName: name },
      ['xs:string?'],
      'xs:boolean',
      (_: unknown, value: string | null) =>
        values.includes(isUpper ? value?.toUpperCase() : (value ?? undefined)),
    )
  }
}
