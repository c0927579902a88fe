import type { Tenant } from '@modellregion/kernel'
import { finishPaper, heading, keyValues, openPaper, paragraph, table } from '@modellregion/paper'
import { addDays, cents, instantAt, partsOf, type Cents, type PlainDate } from '@modellregion/standards'
import { euroText } from '../grant/rules/amount.ts'
import type { BookingEntry } from '../grant/schema.ts'

/** The invented paper behind an invented payment: an invoice, or a slip of the town where no tax is in it. The same payment gives the same file. */
export async function voucherPaper({ name, brand }: Pick<Tenant, 'name' | 'brand'>, entry: BookingEntry): Promise<Buffer> {
  const { voucher, payee, purpose, amountCents, vatCents, paidOn } = entry
  const isInvoice = vatCents > 0
  const dated = addDays(paidOn, isInvoice ? -9 : 0)
  const title = `${isInvoice ? 'Rechnung' : 'Buchungsbeleg'} ${voucher}`
  const paper = openPaper({ title, subject: purpose, author: isInvoice ? payee : name, at: instantAt(dated, 9), lang: 'de', brand })
  heading(paper, 1, title)
  keyValues(paper, [
    { term: isInvoice ? 'Von' : 'Zahlung an', value: payee },
    { term: isInvoice ? 'An' : 'Von', value: name },
    { term: 'Datum', value: dayText(dated) },
    { term: isInvoice ? 'Zahlbar bis' : 'Gezahlt am', value: dayText(isInvoice ? addDays(dated, 14) : paidOn) },
  ])
  const money = (amount: Cents): string => `${euroText(amount)} €`
  table(paper, {
    caption: 'Positionen',
    head: ['Leistung', 'Betrag'],
    align: ['left', 'right'],
    rows: [[purpose, money(cents(amountCents - vatCents))], ...(isInvoice ? [['Umsatzsteuer 19 %', money(vatCents)]] : [])],
    foot: [['Summe', money(amountCents)]],
    widths: [3, 1],
  })
  paragraph(paper, 'Dieser Beleg ist erfunden. Er gehört zur Vorführung und hat keinen Wert.', { tone: 'muted' })
  return await finishPaper(paper, `${payee} · ${title}`, (page, of) => `Seite ${page} von ${of}`)
}

function dayText(day: PlainDate): string {
  const { day: number, month, year } = partsOf(day)
  return `${number}.${month}.${year}`
}
