import type { Ask, PageOptions } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const workshopPath = '/open-data/workshop'
export const draftPath = (id: string, step?: string): string => `/open-data/draft/${id}${step === undefined ? '' : `/${step}`}`

/** Options of every page of the workshop: rail, no search engines, no caches. */
export function workshopPage(ask: Pick<Ask, 'say' | 'may' | 'url'>, options: PageOptions = {}): PageOptions {
  const t = ask.say(words)
  const path = ask.url.pathname
  const links = [
    { href: workshopPath, label: t('edit.workshop.short'), icon: 'data' as const },
    { href: '/open-data/draft/new', label: t('edit.new.title'), icon: 'plus' as const },
    { href: `${workshopPath}/bulk`, label: t('edit.bulk.title'), icon: 'list' as const },
    { href: `${workshopPath}/templates`, label: t('edit.templates.title'), icon: 'file' as const },
  ]
  const current = links.find(({ href }) => href === path)?.href ?? workshopPath
  return {
    frame: 'work',
    private: true,
    noindex: true,
    rail: { tool: t('service.title'), nav: t('edit.sections'), links: [...links.map((link) => ({ ...link, current: link.href === current })), { href: '/open-data', label: t('harvest.to-catalogue'), icon: 'exit' as const }] },
    ...options,
  }
}
