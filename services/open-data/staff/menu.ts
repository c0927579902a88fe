import type { Ask, PageOptions } from '@modellregion/kernel'
import type { T } from '../locales/index.ts'
import { words } from '../locales/index.ts'

type Link = { href: string; key: Parameters<T['find']>[0]; icon: RailIcon; access: string }
type RailIcon = NonNullable<PageOptions['rail']>['links'][number]['icon']
/** A part of the staff's work; `under` names other addresses that belong to it, `more` its own pages. */
type Section = Link & { under?: readonly string[]; more?: readonly Link[] }

const at = (path: string): string => `/open-data/${path}`

// In the order of the work: write, review, look after, answer people, take from elsewhere, let programs in.
const sections: readonly Section[] = [
  {
    href: at('workshop'), key: 'edit.workshop.title', icon: 'edit', access: 'draft.write', under: [at('draft'), at('version'), at('review'), at('scan')],
    more: [
      { href: at('draft/new'), key: 'edit.new.title', icon: 'plus', access: 'draft.write' },
      { href: at('workshop/bulk'), key: 'edit.bulk.title', icon: 'list', access: 'draft.write' },
      { href: at('workshop/templates'), key: 'edit.templates.title', icon: 'file', access: 'draft.write' },
    ],
  },
  { href: at('review'), key: 'review.work', icon: 'ok', access: 'review.list', under: [at('scan')], more: [{ href: at('review/settings'), key: 'review.settings', icon: 'cog', access: 'review-setting.change' }] },
  { href: at('series'), key: 'series.title', icon: 'folder', access: 'series.write', under: [at('service')] },
  { href: at('upkeep/work'), key: 'upkeep.title', icon: 'calendar', access: 'upkeep.read' },
  {
    href: at('moderation'), key: 'discussion.moderation', icon: 'inbox', access: 'discussion.moderate', under: [at('request'), at('showcase'), at('hackday')],
    more: [
      { href: at('request'), key: 'request.chain.chains', icon: 'question', access: 'request.handle' },
      { href: at('hackday/new'), key: 'hackday.new', icon: 'plus', access: 'hackday.write' },
    ],
  },
  {
    href: at('harvest'), key: 'harvest.sources', icon: 'data', access: 'harvest.read',
    more: [
      { href: at('harvest/quarantine'), key: 'harvest.quarantine', icon: 'alert', access: 'harvest.read' },
      { href: at('harvest/new'), key: 'harvest.new', icon: 'plus', access: 'source.change' },
    ],
  },
  { href: at('feeds'), key: 'feed.title', icon: 'rss', access: 'feed.read' },
  { href: at('offices'), key: 'office.title', icon: 'people', access: 'office.manage' },
  { href: at('tokens'), key: 'token.title', icon: 'lock', access: 'token.make' },
] // prettier-ignore

/** Options of every staff page of open data: one rail with all the person may do, no search engines, no caches. */
export function staffPage(ask: Pick<Ask, 'say' | 'may' | 'url'>, options: PageOptions = {}): PageOptions {
  const t = ask.say(words)
  const path = ask.url.pathname
  const open = sections.filter(({ access }) => ask.may(access))
  const here = sectionOf(path, open)
  const links = open.flatMap((section) => [
    { ...section, within: false },
    ...(section === here ? (section.more ?? []).filter(({ access }) => ask.may(access)).map((link) => ({ ...link, within: true })) : []),
  ])
  const current = links.find(({ href }) => href === path)?.href ?? here?.href
  return {
    frame: 'work',
    private: true,
    noindex: true,
    rail: {
      tool: t('service.title'),
      nav: t('harvest.sections'),
      links: [
        ...links.map(({ href, key, icon, within }) => ({ href, icon, label: t.find(key) ?? key, within, current: href === current, here: within || href === here?.href })),
        { href: '/open-data', label: t('harvest.to-catalogue'), icon: 'exit' },
      ],
    },
    ...options,
  }
}

/** Address of the first part of the work that a person may do; undefined for everybody who is no staff. */
export const firstWork = ({ may }: Pick<Ask, 'may'>): string | undefined => sections.find(({ access }) => may(access))?.href

// Findings belong to the review for whoever reviews and to the workshop for whoever writes: the longest match wins, the later one among equals.
function sectionOf(path: string, open: readonly Section[]): Section | undefined {
  const within = (prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`)
  const fit = ({ href, under = [] }: Section): number => Math.max(0, ...[href, ...under].filter(within).map(({ length }) => length))
  return open.reduce<Section | undefined>((best, section) => (fit(section) > 0 && fit(section) >= (best ? fit(best) : 0) ? section : best), undefined)
}
