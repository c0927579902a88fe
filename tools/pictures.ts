// node --import ./app/tsx-hook.ts tools/pictures.ts [http://localhost:8080] [sign-in.png …]: takes the pictures of the README from a running demonstration, all of them or those that are named.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openBrowser, type TestBrowser } from '@modellregion/testing'

const folder = join(dirname(import.meta.dirname), 'docs/pictures')
const largest = 200_000 // bytes: a README must load on a bad line
const origin = new URL(process.argv[2] ?? 'http://localhost:8080')
const addressOf = (town: string, path = '/'): string => `http://${town}.localhost:${origin.port || 80}${path}`

const wanted = new Set(process.argv.slice(3))
const districts = ['Ehrenfeld', 'Nippes', 'Innenstadt']
const wide = { width: 1280, height: 1000 }

const browser = await openBrowser()
try {
  const pictures: Record<string, (file: string) => Promise<void>> = {
    'front-page.png': (file) => take(browser, addressOf('aachen'), file, wide),
    'dataset.png': (file) => take(browser, addressOf('aachen', '/open-data/dataset/einwohner-in-koeln-nach-stadtbezirk-und-jahr'), file, { ...wide, height: 1300 }),
    'three-towns.png': (file) => takeTogether(browser, ['aachen', 'lindenhafen', 'hohenried'].map((town) => addressOf(town)), file, { width: 390, height: 844 }),
    'help.png': (file) => take(browser, addressOf('aachen', '/help-chat'), file, { ...wide, height: 1100 }),
    'help-case.png': (file) => takeCase(browser, file),
    'help-desk.png': (file) => takeDesk(browser, file),
    'school-air.png': (file) => takeAs(browser, 'lena', '/smart-school/school/ggs-roetgen/air', file),
    'school-energy.png': (file) => take(browser, addressOf('aachen', '/smart-school/school/bk-gestaltung-technik/energy?quantity=electricity'), file, { ...wide, height: 1300 }),
    'school-display.png': (file) => take(browser, addressOf('aachen', '/smart-school/display/RTGN-4X7K-2B9M'), file, { ...wide, height: 900 }),
    'sign-in.png': (file) => take(browser, addressOf('aachen', '/sign-in?return=/citizen-id'), file, { ...wide, height: 1480 }),
    'cockpit.png': (file) => takeCockpit(browser, file),
    'pass.png': (file) => takePass(browser, file),
    'workshop.png': (file) => takeAs(browser, 'dana', '/open-data/workshop', file),
    'inspection.png': (file) => takeAs(browser, 'dana', '/open-data/workshop', file, inspectionOf),
    'review.png': (file) => takeAs(browser, 'gesa', '/open-data/review', file),
    'explore.png': (file) => takeExplored(browser, file),
  }
  for (const [file, make] of Object.entries(pictures)) if (wanted.size === 0 || wanted.has(file)) await make(file)
} finally {
  await browser.close()
}

type Size = { width: number; height: number }
type Page = Awaited<ReturnType<TestBrowser['page']>>

async function picture(page: Page): Promise<Buffer> {
  return await page.screenshot({ animations: 'disabled' })
}

async function openPage(open: TestBrowser, address: string, viewport: Size): Promise<Page> {
  const page = await open.page({ viewport })
  page.setDefaultTimeout(60_000)
  const answer = await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 })
  if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}. Start a demonstration first: npm start`)
  return page
}

async function photograph(open: TestBrowser, address: string, viewport: Size): Promise<Buffer> {
  const page = await openPage(open, address, viewport)
  const taken = await picture(page)
  await page.close()
  return taken
}

// The invented conversation that every demonstration can open.
async function takeCase(open: TestBrowser, file: string): Promise<void> {
  const page = await openPage(open, addressOf('aachen', '/help-chat/case'), { width: 1280, height: 1100 })
  const secret = await page.locator('.mr-note p').last().innerText()
  await page.getByRole('button', { name: 'Wiederkommen' }).click()
  await page.locator('textarea, input[type="text"]').first().fill(secret)
  await page.getByRole('button', { name: 'Gespräch öffnen' }).click()
  await page.locator('[role="log"]').waitFor()
  keep(file, await picture(page))
  await page.close()
}

async function takeDesk(open: TestBrowser, file: string): Promise<void> {
  const page = await openPage(open, addressOf('aachen', '/sign-in?return=/help-chat/desk'), { width: 1280, height: 1000 })
  await page.locator('form[action$="/demo/vera"] button').click()
  await page.getByRole('button', { name: 'Einsetzen' }).click()
  await page.getByRole('button', { name: 'Aufschließen' }).click()
  await page.getByText('Verbunden:').waitFor()
  keep(file, await picture(page))
  await page.close()
}

// As a citizen sees it who has signed in.
async function takeCockpit(open: TestBrowser, file: string): Promise<void> {
  const page = await openPage(open, addressOf('aachen', '/sign-in?return=/citizen-id'), { width: 1280, height: 1300 })
  await page.locator('form[action$="/demo/mia"] button').click()
  await page.waitForURL('**/citizen-id')
  keep(file, await picture(page))
  await page.close()
}

// As a member of the staff sees it; `goOn` leads from there to another page.
async function takeAs(open: TestBrowser, person: string, path: string, file: string, goOn?: (page: Page) => Promise<void>): Promise<void> {
  const page = await openPage(open, addressOf('aachen', `/sign-in?return=${path}`), { width: 1280, height: 900 })
  await page.locator(`form[action$="/demo/${person}"] button`).first().click()
  await page.waitForURL(`**${path}`)
  await goOn?.(page)
  await page.waitForLoadState('networkidle')
  keep(file, await picture(page))
  await page.close()
}

// The uploaded list of a draft in which something was found.
async function inspectionOf(page: Page): Promise<void> {
  const draft = (await page.getByRole('link', { name: 'Ladesäulen für Elektroautos' }).first().getAttribute('href')) ?? ''
  await page.goto(addressOf('aachen', `${draft.replace(/\/(what|send|files)$/, '')}/files`))
  await page.locator('a[href$="/inspection"]').first().click()
  await page.waitForURL('**/inspection')
}

// A table as a picture, as a reader has put it together. The largest number, because districts share their name with a quarter.
async function takeExplored(open: TestBrowser, file: string): Promise<void> {
  const page = await openPage(open, addressOf('aachen', '/open-data/dataset/einwohner-in-koeln-nach-stadtbezirk-und-jahr'), { width: 1280, height: 1280 })
  await page.locator('a[href*="/open-data/explore/"]').first().click()
  await page.waitForURL('**/open-data/explore/**')
  await page.goto(`${page.url().replace(/\?.*/, '')}?${new URLSearchParams([...districts.map((name) => ['in.raum', name]), ['in.zeile', 'Einwohner'], ['view', 'chart'], ['by', 'jahr'], ['by', 'raum'], ['value', 'zahl'], ['how', 'max'], ['picture', 'line']]).toString()}`, { waitUntil: 'networkidle' })
  keep(file, await picture(page))
  await page.close()
}

// A screen that asks, and the phone that shows who asks: the moment in which the number is compared.
async function takePass(open: TestBrowser, file: string): Promise<void> {
  const screen = await openPage(open, addressOf('aachen', '/sign-in?return=/citizen-id'), { width: 860, height: 1100 })
  await screen.locator('a[href$="/pass"]').first().click()
  const code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(await screen.locator('main').innerText())?.[0]
  if (code === undefined) throw new Error('The screen shows no code.')
  const phone = await openPage(open, addressOf('aachen', `/pass/open?code=${code}`), { width: 390, height: 1100 })
  await phone.locator('form[action$="/pass/open"] button').click()
  await phone.waitForURL('**/pass/request/**')
  await screen.reload({ waitUntil: 'networkidle' })
  const both = [await picture(screen), await picture(phone)]
  await Promise.all([screen.close(), phone.close()])
  keep(file, await sideBySide(open, both, { width: 860 + 390, height: 1100 }))
}

async function take(open: TestBrowser, address: string, file: string, viewport: Size): Promise<void> {
  keep(file, await photograph(open, address, viewport))
}

async function takeTogether(open: TestBrowser, addresses: readonly string[], file: string, viewport: Size): Promise<void> {
  const pictures = await Promise.all(addresses.map((address) => photograph(open, address, viewport)))
  keep(file, await sideBySide(open, pictures, { width: pictures.length * viewport.width, height: viewport.height }))
}

// On one sheet, photographed once more. `size` is that of the pictures together.
async function sideBySide(open: TestBrowser, pictures: readonly Buffer[], { width, height }: Size): Promise<Buffer> {
  const gap = 16
  const page = await open.page({ viewport: { width: width + (pictures.length + 1) * gap, height: height + 2 * gap } })
  const images = pictures.map((one) => `<img src="data:image/png;base64,${one.toString('base64')}">`).join('')
  await page.setContent(`<body style="margin:0;padding:${gap}px;display:flex;gap:${gap}px;background:#e9ecef">${images}</body>`)
  return await page.screenshot()
}

function keep(file: string, taken: Buffer): void {
  writeFileSync(join(folder, file), taken)
  process.stdout.write(`${file}: ${Math.round(taken.length / 1000)} kB${taken.length > largest ? ', too large: reduce it to a palette' : ''}\n`)
}
