import type { Actor, Matter, Service, UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { listExpiries } from './queries.ts'
import { noticeWindow, overWindow } from './reminders.ts'

const day = 86_400_000
type Say = Parameters<NonNullable<Service['matters']>>[2]

/** A proof that ends soon, or has just ended, stands among the person's matters: one line, for the nearest end. */
export async function levelMatters(db: UnitOfWork, actor: Actor, say: Say): Promise<Matter[]> {
  if (actor.id === undefined) return []
  const t = say(words)
  const [after, before] = [new Date(db.now.getTime() - overWindow * day), new Date(db.now.getTime() + noticeWindow * day)]
  const [end] = await listExpiries(db, { after, before, personId: actor.id, size: 1 })
  if (!end) return []
  const over = end.until <= db.now
  return [
    {
      title: t('level.matter', { level: t(`level.${end.level}`) }),
      href: '/citizen-id/level',
      status: over ? t('level.matter-over', { at: end.until }) : t('level.matter-soon', { at: end.until }),
      tone: over ? 'warn' : 'info',
      ...(!over && { due: end.until }),
    },
  ]
}
