import { launchReader, openEdition } from './web/reader-browser.ts'

const [file = '', name = 'x'] = process.argv.slice(2)
const b = await launchReader()
for (const [w, scheme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [360, 'light'],
] as const) {
  const { page, requests, errors } = await openEdition(b, file, { width: w, scheme })
  console.log(w, scheme, requests, errors)
  await page.screenshot({ path: `/tmp/web-out/${name}-${w}-${scheme}.png` })
  if (w === 1280 && scheme === 'light') {
    const link = await page.$('a.citation-link')
    await link?.scrollIntoView()
    await link?.hover()
    await new Promise(r => setTimeout(r, 400))
    await page.screenshot({ path: `/tmp/web-out/${name}-card.png` })
    const f = await page.$('figure.figure img')
    await f?.scrollIntoView()
    await new Promise(r => setTimeout(r, 400))
    await page.screenshot({ path: `/tmp/web-out/${name}-fig.png` })
    await f?.click()
    await new Promise(r => setTimeout(r, 400))
    await page.screenshot({ path: `/tmp/web-out/${name}-large.png` })
    await page.keyboard.press('Escape')
    await page.evaluate(() => scrollTo(0, 0))
    const a = await page.$('button.author-name')
    await a?.click()
    await new Promise(r => setTimeout(r, 300))
    await page.screenshot({ path: `/tmp/web-out/${name}-author.png` })
  }
  await page.close()
}
await b.close()
