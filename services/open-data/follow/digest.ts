import { search, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { Convert, Parse } from 'typebox/value'
import { ListQuery, toSearch } from '../dataset/list-query.ts'
import type { MailPlatform } from './mail-platform.ts'
import { originOf } from './origin.ts'
import * as queries from './queries.ts'
import type { News } from './queries.ts'
import type { Follow, Follower, Rhythm } from './schema.ts'
import { wordsFor } from './start.ts'
import { managePath, stopPath } from './token.ts'

const mostHits = 2_000
const shown = 20
const lot = 20
/** Choices of a search that come once; the others come as often as one likes. */
const singles = new Set(['q', 'sort', 'size', 'as-typed'])

/**
 * Writes the summaries of a lot of addresses: news since the last one, one letter each, none when nothing is new. Letter and mark
 * are one unit, so that a process that is killed in between writes nobody twice. Returns how many addresses it looked at.
 */
export async function digestLot(db: UnitOfWork, platform: MailPlatform, tenant: Tenant, rhythm: Rhythm, dueBefore: Date): Promise<number> {
  const followers = await queries.takeDue(db, rhythm, dueBefore, lot)
  for (const follower of followers) {
    const sections = await sectionsOf(db, follower)
    if (sections.length > 0) await sendDigest(db, platform, tenant, follower, sections)
    await queries.setToldThrough(db, follower.id, db.now)
  }
  return followers.length
}

type Section = { follow: Follow; news: News[] }

async function sectionsOf(db: UnitOfWork, follower: Follower): Promise<Section[]> {
  const span = { since: follower.toldThrough, through: db.now }
  const known = Map.groupBy(await queries.listNews(db, follower.id, span, 500), ({ followId }) => followId)
  const sections: Section[] = []
  for (const follow of await queries.listFollows(db, follower.id)) {
    const since = follow.confirmedAt && follow.confirmedAt > span.since ? follow.confirmedAt : span.since
    const news = follow.kind === 'search' ? await newsOfSearch(db, follow, { ...span, since }) : (known.get(follow.id) ?? [])
    if (news.length > 0) sections.push({ follow, news })
  }
  return sections
}

// The address of a search is what its page takes; one that a later release does not understand any more finds nothing.
async function newsOfSearch(db: UnitOfWork, { subject }: Follow, span: { since: Date; through: Date }): Promise<News[]> {
  const query = searchOf(subject)
  if (!query) return []
  const { hits } = await search(db, { ...toSearch(query), from: 0, size: mostHits, count: false })
  return await queries.listChangedAmong(db, hits.map(({ ref }) => ref), span, 100)
}

function searchOf(subject: string): ListQuery | undefined {
  const pairs = new URLSearchParams(subject)
  const raw = Object.fromEntries([...new Set(pairs.keys())].map((name) => [name, singles.has(name) ? pairs.get(name) : pairs.getAll(name)]))
  try {
    return Parse(ListQuery, Convert(ListQuery, raw))
  } catch {
    return undefined
  }
}

async function sendDigest(db: UnitOfWork, platform: MailPlatform, tenant: Tenant, { id, mail, locale }: Follower, sections: readonly Section[]): Promise<void> {
  const t = wordsFor(tenant, locale)
  const origin = originOf(platform, tenant)
  const stop = `${origin}${await stopPath(platform, tenant.id, id)}`
  const manage = `${origin}${await managePath(platform, tenant.id, id)}`
  const line = ({ title, name, isNew }: News): string => t(isNew ? 'follow.mail.new' : 'follow.mail.changed', { title, link: `${origin}/open-data/dataset/${name}` })
  const parts = sections.map(({ follow, news }) =>
    [t('follow.mail.section', { kind: t(`follow.kind.${follow.kind}`), label: follow.label }), ...news.slice(0, shown).map(line), ...(news.length > shown ? [t('follow.mail.more', { n: news.length - shown })] : [])].join('\n\n'),
  )
  const n = new Set(sections.flatMap(({ news }) => news.map((one) => one.id))).size
  await platform.mailer.send(db, { to: mail, subject: t('follow.mail.subject', { n, town: tenant.name }), text: [...parts, t('follow.mail.end', { manage, stop })].join('\n\n'), unsubscribe: stop })
}
