import type { Ask, PageOptions } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const reviewHome = '/open-data/review'

/** Options of every staff page of the review: rail, no search engines, no caches. */
export function staffPage(ask: Pick<Ask, 'say' | 'may' | 'url'>, options: PageOptions = {}): PageOptions {
  const t = ask.say(words)
  const links = [
    ...(ask.may('review.list') ? [{ href: reviewHome, label: t('review.work'), icon: 'ok' as const }] : []),
    ...(ask.may('review-setting.change') ? [{ href: `${reviewHome}/settings`, label: t('review.settings'), icon: 'cog' as const }] : []),
    ...(ask.may('draft.write') ? [{ href: '/open-data/workshop', label: t('review.to-workshop'), icon: 'edit' as const }] : []),
  ]
  const current = links.find(({ href }) => href === ask.url.pathname)?.href ?? reviewHome
  return {
    frame: 'work',
    private: true,
    noindex: true,
    rail: { tool: t('service.title'), nav: t('review.sections'), links: [...links.map((link) => ({ ...link, current: link.href === current })), { href: '/open-data', label: t('harvest.to-catalogue'), icon: 'exit' as const }] },
    ...options,
  }
}
