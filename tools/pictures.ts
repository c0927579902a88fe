// node --import ./app/tsx-hook.ts tools/pictures.ts [http://localhost:8080]: takes the pictures of the README from a running demonstration.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openBrowser, type TestBrowser } from '@modellregion/testing'

const folder = join(dirname(import.meta.dirname), 'docs/pictures')
const largest = 300_000 // bytes: a README must load on a bad line
const origin = new URL(process.argv[2] ?? 'http://localhost:8080')
const addressOf = (town: string, path = '/'): string => `http://${town}.localhost:${origin.port || 80}${path}`

const browser = await openBrowser()
try {
  await take(browser, addressOf('aachen'), 'front-page.png', { width: 1280, height: 1000 })
  await take(browser, addressOf('aachen', '/open-data/dataset/einwohner-in-koeln-nach-stadtbezirk-und-jahr'), 'dataset.png', { width: 1280, height: 1300 })
  await takeTogether(browser, ['aachen', 'lindenhafen', 'hohenried'].map((town) => addressOf(town)), 'three-towns.png', { width: 390, height: 844 })
} finally {
  await browser.close()
}

type Size = { width: number; height: number }

async function photograph(open: TestBrowser, address: string, viewport: Size): Promise<Buffer> {
  const page = await open.page({ viewport })
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}. Start a demonstration first: npm start`)
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.close()
  return picture
}

async function take(open: TestBrowser, address: string, file: string, viewport: Size): Promise<void> {
  keep(file, await photograph(open, address, viewport))
}

// Side by side on one sheet, photographed once more.
async function takeTogether(open: TestBrowser, addresses: readonly string[], file: string, viewport: Size): Promise<void> {
  const gap = 16
  const pictures = await Promise.all(addresses.map((address) => photograph(open, address, viewport)))
  const page = await open.page({ viewport: { width: pictures.length * (viewport.width + gap) + gap, height: viewport.height + 2 * gap } })
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`).join('')
  await page.setContent(`<body style="margin:0;padding:${gap}px;display:flex;gap:${gap}px;background:#e9ecef">${images}</body>`)
  keep(file, await page.screenshot())
}

function keep(file: string, picture: Buffer): void {
  writeFileSync(join(folder, file), picture)
  process.stdout.write(`${file}: ${Math.round(picture.length / 1000)} kB${picture.length > largest ? ', too large: reduce it to a palette' : ''}\n`)
}
