import type { Page } from 'playwright-core'
import { scriptedTwin } from './browser.ts'

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
  const violations = await standingStill(page, async () => await barriers((await scriptedTwin(page)) ?? page, within, exempt, rules))
  if (violations.length > 0) throw new Error(`${violations.length} barriers on ${page.url()}:\n${violations.join('\n')}`)
}

/** What is seen of a page that may load itself again just now, as those do that show the progress of work: it is looked at once it has arrived. */
export async function standingStill<T>(page: Page, look: () => Promise<T>, attempts = 6): Promise<T> {
  try {
    return await look()
  } catch (error) {
    if (attempts === 1 || !/navigating|context was destroyed|interrupted by another navigation/i.test((error as Error).message)) throw error
    await page.waitForLoadState()
    return await standingStill(page, look, attempts - 1)
  }
}

async function barriers(page: Page, within: string | undefined, exempt: readonly Exemption[], rules: readonly string[] | undefined): Promise<string[]> {
  const { AxeBuilder } = await import('@axe-core/playwright')
  // Legacy mode stays in this page; the other one opens a second page for its bookkeeping.
  // Only what is wrong is put into words, and nothing is fetched a second time: of the rules asked for only the one about sound that starts by itself would need it.
  let axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode(true)
  axe = rules ? axe.withRules([...rules]) : axe.withTags(tags).disableRules(exempt.map(({ rule }) => rule))
  if (within) axe = axe.include(within)
  const { violations } = await axe.analyze()
  // A page that loads itself again is no barrier when it can be told to stand still (WCAG 2.2.1); axe does not look for that.
  const canStandStill = (await page.locator('main a[href*="still=1"]').count()) > 0
  return violations.filter(({ id }) => !(id === 'meta-refresh' && canStandStill)).flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `  ${id}: ${help}\n    ${node.html.slice(0, 200)}\n    at ${node.target.join(' ')}${node.failureSummary ? `\n    ${node.failureSummary.split('\n').slice(1).join('; ').trim()}` : ''}`),
  )
}
