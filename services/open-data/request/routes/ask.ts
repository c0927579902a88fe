import { Type } from 'typebox'
import { get, json, newId, newReturnCode, page, post, returnCodeHash, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { ownMail } from '../../follow/own-mail.ts'
import { formPage, formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { askForData, findSimilar, requestPath } from '../ask-for-data.ts'
import { AskPage } from '../pages/ask.tsx'
import { SentPage } from '../pages/sent.tsx'
import { listOffices } from '../queries.ts'
import { AskForm, titleLimit, type Similar } from '../schema.ts'

const heading = title(words, 'request.new-title')
const Prefilled = Type.Object({ title: Type.Optional(Type.String({ maxLength: titleLimit })) }, { additionalProperties: true })

/** Asking for data, with or without an account. */
export const askRoutes = [
  get('/open-data/request/new', { access: 'anyone', query: Prefilled, title: heading }, (ask) => show(ask, ask.query.title === undefined ? {} : { typed: { title: ask.query.title } })),

  get('/open-data/request/similar', { access: 'anyone', query: Type.Object({ q: Type.String({ maxLength: titleLimit }) }), api: { summary: 'Requests and datasets that sound like a wish for data.', tag: 'Requests' } }, async (ask) =>
    json({ similar: await ask.read((db) => findSimilar(db, ask.query.q)) }),
  ),

  post('/open-data/request', { access: 'anyone', rate: { max: 20, per: 'hour' }, title: heading }, async (ask) => {
    const read = ask.form(AskForm)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: sentencesOf(ask, 'request', read.errors) })
    const { value, typed } = read
    // Whoever fell into the trap is told nothing that would help to avoid it.
    if (value.website !== undefined) return seeOther('/open-data/request')
    const similar = value.seen === value.title ? [] : await ask.read((db) => findSimilar(db, value.title))
    if (similar.length > 0) return await show(ask, { typed }, similar)
    const id = newId(ask.now)
    const code = ask.actor.id === undefined ? newReturnCode() : undefined
    const hash = code === undefined ? null : await returnCodeHash(ask.platform, ask.tenant.id, code)
    const own = await ownMail(ask)
    const { number, confirms } = await ask.write((db) => askForData(db, ask, id, value, hash, own))
    if (code === undefined) return seeOther(`${requestPath(number)}?done=asked`)
    // The code stands in this answer only: an address would keep it in every history.
    return page(SentPage, { t: ask.say(words), number, code, confirms }, { ...formPage(), title: ask.say(words)('request.sent-title') })
  }),
]

async function show(ask: Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'platform' | 'tenant' | 'now'>, state: FormState, similar: readonly Similar[] = []): Promise<Answer> {
  const t = ask.say(words)
  const offices = await ask.read(listOffices)
  return page(
    AskPage,
    { ...formProps(ask, state), offices, similar, ownMail: await ownMail(ask) },
    { ...formPage(state), crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('request.title'), href: '/open-data/request' }, { label: t('request.ask') }] },
  )
}
