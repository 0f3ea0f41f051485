/**
 * Notices in a snapshot as large as the real one: all of them are found, in the time of two plain readings.
 */
import { expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { findNotices } from '../../../pipeline/resolve/reference-checks/notices.ts'

const head =
  'Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes'
const count = 60_000
const filler = 'Department of Wells and Pumps, University of Anytown, Anytown; '.repeat(10)
const rows = Array.from({ length: count }, (_, index) => {
  const title = `"A study, ""the ${index}th"", of wells\nand Pümps"`
  const place = `(HSC) Health;,"${filler}",Letters of Health,Press,Anyland`
  const dates = `1/2/2020 0:00,10.1234/notice.${index},0,3/4/2015 0:00,10.1234/Work.${index},${index + 100_000}`
  return `${index},${title},${place},Ann Gödel;John Snow,,Research Article;,${dates},Retraction,+Error in Data;,No,`
})
const bytes = new TextEncoder().encode([head, ...rows].join('\n'))

const work = (id: string, more: Partial<CslItem>): CslItem => ({ id, type: 'article-journal', ...more })

/**
 * The least processor time of this thread for three calls, in microseconds: clock time and the time of the
 * whole process depend on what else is running.
 */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const started = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(started)
    return user + system
  })
  return Math.min(...times)
}

it('searches 60 000 records for 200 works', () => {
  const works = Array.from({ length: 200 }, (_, index) =>
    work(`w${index}`, { DOI: `10.1234/work.${index * 300}` }),
  )
  const sound = Array.from({ length: 50 }, (_, index) => work(`s${index}`, { DOI: `10.1234/sound.${index}` }))
  const found = findNotices(bytes, [...works, ...sound])
  const plain = timeOf(() => new TextDecoder().decode(bytes).split('\n'))
  const search = timeOf(() => findNotices(bytes, [...works, ...sound]))
  expect(search).toBeLessThan(2 * plain)
  expect(bytes.length).toBeGreaterThan(50e6)
  expect([...(found?.keys() ?? [])].sort()).toEqual(works.map(({ id }) => id).sort())
  expect(found?.get('w1')).toEqual([
    { nature: 'Retraction', date: '2020-01-02', doi: '10.1234/notice.300', reasons: ['Error in Data'] },
  ])
})

it('finds works by PMID, and works without DOI and PMID by title, year and author', () => {
  const title = 'A study, “the 59999th”, of wells and pümps'
  const item = { title, author: [{ family: 'Gödel' }], issued: { 'date-parts': [[2015]] } }
  const found = findNotices(bytes, [
    work('pmid', { PMID: '100007' }),
    work('title', item as Partial<CslItem>),
    work('other-year', { ...item, issued: { 'date-parts': [[2016]] } } as Partial<CslItem>),
    work('other-author', { ...item, author: [{ family: 'Farr' }] } as Partial<CslItem>),
    work('other-doi', { ...item, DOI: '10.1234/other' } as Partial<CslItem>),
  ])
  expect([...(found?.keys() ?? [])]).toEqual(['pmid', 'title'])
})

it.each(['', 'Full Title;Full T.', head.replace('RetractionNature,', '')])(
  'recognizes files that are not snapshots',
  text => {
    expect(findNotices(new TextEncoder().encode(text), [])).toBeUndefined()
  },
)
