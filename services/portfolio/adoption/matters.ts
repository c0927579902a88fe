import type { Actor, Ask, Matter, UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { listEntries } from '../shelf/queries.ts'
import { textOf } from '../shelf/schema.ts'
import { listedPackage } from './listed-package.ts'
import { listFailed } from './queries/package.ts'

const most = 10

/** For "my matters" of the project office: originals of other installations that could not be read the last time. */
export async function adoptionMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  if (!actor.roles.some(({ role }) => role === 'project-office')) return []
  const t = say(words)
  const sources = await listFailed(db, most)
  const entries = await listEntries(db, sources.map(({ entryId }) => entryId))
  return sources.map((source): Matter => {
    const { title, failed } = listedPackage(t, source, entries.find(({ id }) => id === source.entryId))
    return { title: textOf(title, t.locale), href: '/portfolio/adoption#packages', status: t('adoption.packages.state.failed'), tone: 'warn', note: failed?.why ?? '' }
  })
}
