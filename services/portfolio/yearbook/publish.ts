import { createHash } from 'node:crypto'
import { audit, type UnitOfWork } from '@modellregion/kernel'
import { findYearbook, freeze, holdYearbook, insertYearbook, updateForeword } from './queries.ts'
import { frozenText, isOver } from './rules.ts'
import type { YearFigures } from './schema.ts'

/** Why a foreword was not kept: the yearbook is published and stays as it is, or somebody else has written meanwhile. */
export type ForewordRefusal = { readonly code: 'frozen' } | { readonly code: 'changed'; readonly now: string }

/** Keeps the foreword of a draft. `since` is the mark of the text that the writer had before them; without it whatever stands there is replaced. */
export async function keepForeword(db: UnitOfWork, year: number, foreword: string, since?: string): Promise<ForewordRefusal | undefined> {
  if ((await insertYearbook(db, year, foreword)) === 0) {
    const before = await holdYearbook(db, year)
    if (before.publishedAt !== null) return { code: 'frozen' }
    if (before.foreword === foreword) return undefined
    if (since !== undefined && since !== markOf(before.foreword)) return { code: 'changed', now: before.foreword }
    await updateForeword(db, year, foreword)
  }
  await audit(db, { action: 'yearbook.write', subject: `yearbook/${year}` })
  return undefined
}

/** By which a form knows whether a foreword is still the one that was read. */
export const markOf = (foreword: string): string => hashOf(foreword).slice(0, 16)

/**
 * Publishes a yearbook: foreword and figures are kept as they are, with their hash, and never change again. False when it has no foreword yet,
 * was published before, or its year is not over; `changed` when the foreword is not the one of the mark any more.
 */
export async function publishYearbook(db: UnitOfWork, figures: YearFigures, since?: string): Promise<boolean | 'changed'> {
  if (!isOver(figures.year, db.now)) return false
  const draft = await findYearbook(db, figures.year)
  if (!draft || draft.publishedAt !== null) return false
  if (since !== undefined && since !== markOf(draft.foreword)) return 'changed'
  const frozen = frozenText({ foreword: draft.foreword, figures })
  if ((await freeze(db, figures.year, draft.foreword, frozen, hashOf(frozen))) === 0) return false
  await audit(db, { action: 'yearbook.publish', subject: `yearbook/${figures.year}` })
  return true
}

/** SHA-256 of what was frozen, as everybody can make it from the published JSON. */
export const hashOf = (frozen: string): string => createHash('sha256').update(frozen).digest('hex')
