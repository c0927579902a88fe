import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { withScripts } from './scripts.ts'

/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** A rule that is not asked of one place, with the reason: it is printed beside every failure. */
export type Exemption = { rule: string; reason: string }
export type AccessibilityOptions = {
  /** CSS selector of the part to check; default the whole page. */
  within?: string
  exempt?: readonly Exemption[]
  /** Only these rules of axe: for a page that was checked whole already and now differs in one thing, such as its colours. */
  rules?: readonly string[]
}

/** Checks the page with axe. @throws with one line per barrier: rule, element, and what to do */
export async function expectAccessible(page: Page, { within, exempt = [], rules }: AccessibilityOptions = {}): Promise<void> {
  const unexplained = exempt.find(({ reason }) => reason.trim().length < 10)
  if (unexplained) throw new Error(`The exemption from "${unexplained.rule}" needs a reason.`)
  const violations = await standingStill(page, async () => await barriers(page, within, exempt, rules))
  if (violations.length > 0) throw new Error(`${violations.length} barriers on ${page.url()}:\n${violations.join('\n')}`)
}

/** What is seen of a page that may load itself again just now, as those do that show the progress of work: it is looked at once it has arrived. */
export async function standingStill<T>(page: Page, look: () => Promise<T>, attempts = 6): Promise<T> {
  try {
    return await look()
  } catch (error) {
    if (attempts === 1 || !/navigat|context was destroyed|promise was collected|target navigated|(cannot|could not) find (default |execution |object |context)/i.test((error as Error).message)) throw error
    await page.waitForLoadState()
    return await standingStill(page, look, attempts - 1)
  }
}

type Violation = { id: string; help: string; nodes: { html: string; target: string[]; failureSummary?: string }[] }

async function barriers(page: Page, within: string | undefined, exempt: readonly Exemption[], rules: readonly string[] | undefined): Promise<string[]> {
  const options = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
    rules: Object.fromEntries(exempt.map(({ rule }) => [rule, { enabled: false }])),
    // Only what is wrong is put into words, and nothing is fetched a second time: of the rules asked for only the one about sound that starts by itself would need it.
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  }
  const violations = await withScripts(page, async (run) => {
    if ((await run('return typeof axe')) === 'undefined') await run(axe())
    const found = await run(`return axe.run(${JSON.stringify(within ? { include: [[within]] } : { exclude: [] })}, ${JSON.stringify(options)}).then(({ violations }) => JSON.stringify(violations))`)
    return JSON.parse(String(found)) as Violation[] // as axe-core documents them
  })
  // A page that loads itself again is no barrier when it can be told to stand still (WCAG 2.2.1); axe does not look for that.
  const canStandStill = (await page.locator('main a[href*="still=1"]').count()) > 0
  return violations.filter(({ id }) => !(id === 'meta-refresh' && canStandStill)).flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `  ${id}: ${help}\n    ${node.html.slice(0, 200)}\n    at ${node.target.join(' ')}${node.failureSummary ? `\n    ${node.failureSummary.split('\n').slice(1).join('; ').trim()}` : ''}`),
  )
}

let source: string | undefined

// The short form: reading it takes as long as half a check.
function axe(): string {
  return (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
}
