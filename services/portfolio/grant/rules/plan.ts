import { sides, type Line, type Side } from '../schema.ts'
import { amountFrom, euroText } from './amount.ts'

/** What the sides are called in the plan that people type, in all languages of the pages. */
export type SideWords = Readonly<Record<Side, string>>
export type PlanResult = { readonly ok: true; readonly lines: readonly Line[] } | { readonly ok: false; readonly line: number; readonly code: 'parts' | 'side' | 'side-changed' | 'amount' | 'twice' | 'no-grant' | 'balance' }

/** Reads a financing plan, a line each: `Ausgabe; Personal; 120.000`. Known lines keep their keys by their title. Spending and means must be the same. */
export function readPlan(text: string, words: readonly SideWords[], known: readonly Pick<Line, 'key' | 'title' | 'side'>[]): PlanResult {
  const lines: Line[] = []
  const rows = text.split(/\r?\n/).map((row) => row.trim())
  for (const [at, row] of rows.entries()) {
    if (row === '') continue
    const [sideWord = '', title = '', amount = '', ...rest] = row.split(/[;\t]/).map((part) => part.trim())
    if (title === '' || amount === '' || rest.some((part) => part !== '')) return { ok: false, line: at + 1, code: 'parts' }
    const side = sides.find((one) => one === sideWord || words.some((word) => word[one].toLowerCase() === sideWord.toLowerCase()))
    if (!side) return { ok: false, line: at + 1, code: 'side' }
    const plannedCents = amountFrom(amount)
    if (plannedCents === undefined || plannedCents < 0) return { ok: false, line: at + 1, code: 'amount' }
    const before = known.find((line) => line.title === title)
    // Bookings keep their line: what spent yesterday does not bring in today.
    if (before && before.side !== side) return { ok: false, line: at + 1, code: 'side-changed' }
    if (lines.some((line) => line.title === title)) return { ok: false, line: at + 1, code: 'twice' }
    lines.push({ key: before?.key ?? freeKey(title, [...known, ...lines]), position: lines.length + 1, side, title, plannedCents })
  }
  const sum = (spending: boolean): number => lines.reduce((total, line) => total + ((line.side === 'spending') === spending ? line.plannedCents : 0), 0)
  if (!lines.some(({ side }) => side === 'grant')) return { ok: false, line: rows.length, code: 'no-grant' }
  if (sum(true) !== sum(false)) return { ok: false, line: rows.length, code: 'balance' }
  return { ok: true, lines }
}

/** The plan as it is typed. */
export const planText = (lines: readonly Line[], words: SideWords): string => lines.map(({ side, title, plannedCents }) => `${words[side]}; ${title}; ${euroText(plannedCents)}`).join('\n')

// Two titles may give the same key; a line that had it first keeps it.
function freeKey(title: string, known: readonly Pick<Line, 'key'>[]): string {
  const key = keyOf(title)
  let free = key
  for (let at = 2; known.some((line) => line.key === free); at++) free = `${key.slice(0, 36)}-${at}`
  return free
}

const keyOf = (title: string): string =>
  title.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40) || 'line'
