import { createHash } from 'node:crypto'
import { audit, type UnitOfWork } from '@modellregion/kernel'
import { findYearbook, freeze, upsertForeword } from './queries.ts'
import { frozenText, isOver } from './rules.ts'
import type { YearFigures } from './schema.ts'

/** Keeps the foreword of a draft. False when the yearbook is published: then it stays as it is. */
export async function keepForeword(db: UnitOfWork, year: number, foreword: string): Promise<boolean> {
  if ((await upsertForeword(db, year, foreword)) === 0) return false
  await audit(db, { action: 'yearbook.write', subject: `yearbook/${year}` })
  return true
}

/**
 * Publishes a yearbook: foreword and figures are kept as they are, with their hash, and never change again. False when it has no foreword yet,
 * was published before, or its year is not over.
 */
export async function publishYearbook(db: UnitOfWork, figures: YearFigures): Promise<boolean> {
  if (!isOver(figures.year, db.now)) return false
  const draft = await findYearbook(db, figures.year)
  if (!draft || draft.publishedAt !== null) return false
  const frozen = frozenText({ foreword: draft.foreword, figures })
  if ((await freeze(db, figures.year, draft.foreword, frozen, hashOf(frozen))) === 0) return false
  await audit(db, { action: 'yearbook.publish', subject: `yearbook/${figures.year}` })
  return true
}

/** SHA-256 of what was frozen, as everybody can make it from the published JSON. */
export const hashOf = (frozen: string): string => createHash('sha256').update(frozen).digest('hex')
