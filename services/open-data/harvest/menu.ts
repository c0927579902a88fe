import type { Ask, PageOptions } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const harvestPath = '/open-data/harvest'

type Asks = Pick<Ask, 'say' | 'may' | 'url'>

/** Options of every staff page about sources: rail, no search engines, no caches. */
export function staffPage(ask: Asks, options: PageOptions = {}): PageOptions {
  const t = ask.say(words)
  const path = ask.url.pathname
  const links = [
    { href: harvestPath, label: t('harvest.sources'), icon: 'data' as const },
    { href: `${harvestPath}/quarantine`, label: t('harvest.quarantine'), icon: 'alert' as const },
    ...(ask.may('feed.read') ? [{ href: '/open-data/feeds', label: t('feed.title'), icon: 'rss' as const }] : []),
    ...(ask.may('source.change') ? [{ href: `${harvestPath}/new`, label: t('harvest.new'), icon: 'plus' as const }] : []),
  ]
  const current = links.find(({ href }) => href === path)?.href ?? harvestPath
  return {
    frame: 'work',
    private: true,
    noindex: true,
    rail: { tool: t('service.title'), nav: t('harvest.sections'), links: [...links.map((link) => ({ ...link, current: link.href === current })), { href: '/open-data', label: t('harvest.to-catalogue'), icon: 'exit' as const }] },
    ...options,
  }
}
