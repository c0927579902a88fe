import { quantities, quantityOf, type QuantityId } from '../quantity/quantity.ts'

/** The table of our quantities for docs/codecs.md, as Markdown; a test compares both. */
export function vocabularyTable(): string {
  const ids = Object.keys(quantities) as QuantityId[] // the keys of that very object
  const rows = ids.map((id) => {
    const { kind, label, unit, range } = quantityOf(id)
    return `| \`${id}\` | ${label.en} | ${kind === 'state' ? '1 or 0' : unit?.symbol || '–'} | ${kind} | ${range[0]} … ${range[1]} |`
  })
  return ['| name | meaning | unit | kind | taken when between |', '|---|---|---|---|---|', ...rows].join('\n')
}
