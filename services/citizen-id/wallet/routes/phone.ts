import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { get, page, post, title, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { ConfirmPage, EndPage } from '../pages/confirm.tsx'
import { confirmNumber, findConfirmable } from '../requests.ts'

const Code = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const Confirm = Type.Object({ code: Code, number: Type.Integer({ minimum: 0, maximum: 99 }) })
const heading = title(words, 'wallet.confirm-title')
const frame = { frame: 'question', private: true, noindex: true } as const

/** Where a wallet on another device leads the person after it has answered. */
export const phoneRoutes = [
  get('/citizen-id/wallet/confirm', { access: 'anyone', query: Type.Object({ code: Code }, { additionalProperties: true }), title: heading }, async (ask) => {
    const request = await findConfirmable(ask, ask.query.code)
    if (!request) return end(ask, 'over', 410)
    const { clientName, createdAt, number, id } = request
    return page(ConfirmPage, { t: ask.say(pageWords), csrf: ask.csrf(), code: ask.query.code, client: clientName, town: ask.tenant.name, since: createdAt, numbers: threeNumbers(id, number) }, frame)
  }),

  post('/citizen-id/wallet/confirm', { access: 'anyone', title: heading }, async (ask) => {
    const form = ask.form(Confirm)
    if (!form.ok) return end(ask, 'over', 410)
    const outcome = await confirmNumber(ask, form.value.code, form.value.number)
    return end(ask, outcome, outcome === 'confirmed' ? 200 : outcome === 'wrong' ? 422 : 410)
  }),

  get('/citizen-id/wallet/declined', { access: 'anyone', title: heading }, (ask) => end(ask, 'declined')),
]

const end = (ask: Pick<Ask, 'say'>, how: 'confirmed' | 'wrong' | 'over' | 'declined', status = 200) => page(EndPage, { t: ask.say(pageWords), end: how }, { ...frame, status })

/** The right number and two others, the same ones and in the same order each time the page is shown. */
export function threeNumbers(id: string, number: number): number[] {
  const bytes = createHash('sha256').update(id).digest()
  const others = [...bytes].map((byte) => 10 + (byte % 90)).filter((one, index, all) => one !== number && all.indexOf(one) === index)
  return [number, ...others.slice(0, 2)].toSorted((a, b) => a - b)
}
