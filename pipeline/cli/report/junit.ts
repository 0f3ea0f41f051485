/**
 * Messages as a test report in JUnit's XML, which most systems for continuous integration can show. Each file
 * is a test suite. A message is a test that failed; a warning is a test that was skipped, unless warnings
 * count as errors.
 */
import type { Message } from './messages.ts'
import { relativePath } from './relative-path.ts'
import type { Report } from './report.ts'
import { visibleLines } from './visible-text.ts'

export function junitReport(report: Report): string {
  const files = [...Map.groupBy(report.messages, ({ path }) => relativePath(path, report.from))]
  const failures = report.messages.filter(failureTest(report)).length
  const suites = files.map(([name, messages]) => suite(name, messages, report))
  // Some systems refuse a report without tests.
  if (suites.length === 0) {
    const passed = element('testcase', { classname: 'Offprint', name: 'no messages', time: 0 })
    suites.push(
      element('testsuite', { name: 'Offprint', tests: 1, failures: 0, errors: 0, time: 0 }, [passed]),
    )
  }
  const counts = { tests: Math.max(1, report.messages.length), failures, errors: 0 }
  const root = element('testsuites', { name: 'Offprint', ...counts }, suites)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function suite(name: string, messages: readonly Message[], report: Report): string {
  const isFailure = failureTest(report)
  const failures = messages.filter(isFailure).length
  const cases = messages.map(message => testCase(message, name, isFailure(message)))
  const counts = { tests: cases.length, failures, errors: 0, skipped: cases.length - failures, time: 0 }
  return element('testsuite', { name, ...counts }, cases)
}

function testCase(message: Message, file: string, isFailure: boolean): string {
  const { line, column, rule, severity, reason, note } = message
  const place = [line, column].filter(part => part !== undefined).join(':')
  const name = place === '' ? rule : `${rule} at ${place}`
  const text = [`${[file, place].filter(Boolean).join(':')}  ${severity}  ${reason}`, note]
  const result = isFailure
    ? element('failure', { message: reason, type: rule }, [escaped(text.filter(Boolean).join('\n'))])
    : element('skipped', { message: [reason, note].filter(Boolean).join(' ') })
  return element('testcase', { classname: file, name, time: 0 }, [result])
}

function failureTest({ isStrict }: Report): (message: Message) => boolean {
  return ({ severity }) => isStrict || severity === 'error'
}

/** `children`: markup. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const head = `${name}${list.join('')}`
  return children.length === 0 ? `<${head}/>` : `<${head}>${children.join('\n')}</${name}>`
}

/** Escaped for text and attributes. XML 1.0 has no place for most control characters and lone surrogates. */
function escaped(text: string): string {
  return visibleLines(text)
    .replace(/[\uFFFE\uFFFF]/g, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)
}
