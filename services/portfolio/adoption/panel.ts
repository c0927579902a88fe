import type { Ask } from '@modellregion/kernel'
import type { Entry } from '../shelf/schema.ts'
import { scoresOf } from './evidence.ts'
import { findKind } from './kinds.ts'
import { townName } from './names.ts'
import type { AdoptionPanelData } from './pages/panel.tsx'
import { findOwnAdoptionOf, listAdopters, listLessons } from './queries.ts'
import { findInstallationOfEntry } from './queries/installation.ts'
import { figuresOf } from './rules/figures.ts'

type Asks = Pick<Ask, 'read' | 'platform' | 'tenant' | 'now' | 'may'>

/** What the page of an entry shows of its adopters: who runs it, what it took them, what they learnt, and what the reader can do. */
export async function adoptionPanelOf(ask: Asks, entry: Entry): Promise<AdoptionPanelData> {
  const [adopters, lessons, own, installation] = await ask.read(async (db) => [await listAdopters(db, entry.id), await listLessons(db, entry.id), await findOwnAdoptionOf(db, entry.id), await findInstallationOfEntry(db, entry.id)] as const)
  const score = (await scoresOf(ask.platform, [entry.id], ask.now)).get(entry.id)
  const mayEdit = ask.may('adoption.edit')
  const isOwn = entry.town === ask.tenant.id && entry.origin !== 'package'
  const canInstall = entry.currentVersion !== null && findKind(ask.platform, ask.tenant, entry.kind) !== undefined && entry.retiredAt === null
  const nameOf = (id: string): string => townName(ask.platform, id) ?? id
  return {
    entryId: entry.id,
    adopters: adopters.map((one) => ({ ...one, name: nameOf(one.town) })),
    lessons: lessons.map((one) => ({ ...one, name: nameOf(one.town) })),
    unnamed: score?.unnamed ?? null,
    score: score?.score ?? 0,
    effort: figuresOf(adopters.map(({ effortDays }) => effortDays)),
    once: figuresOf(adopters.map(({ onceCents }) => onceCents)),
    yearly: figuresOf(adopters.map(({ yearlyCents }) => yearlyCents)),
    ownId: ask.may('adoption.read') ? (installation?.id ?? own?.id) : undefined,
    mayAdopt: mayEdit && !isOwn && canInstall && !installation,
    mayReport: mayEdit && !isOwn && !own,
  }
}
