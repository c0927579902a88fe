import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { refusedPage, formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { staffPage } from '../../staff/menu.ts'
import { requestPath } from '../ask-for-data.ts'
import { handleRequest, type Refused } from '../handle.ts'
import { HandlePage } from '../pages/handle.tsx'
import * as queries from '../queries.ts'
import { HandleForm, type DataRequest } from '../schema.ts'
import { ByNumber, subjectOf } from './request.ts'

const handle = { access: 'request.handle', params: ByNumber, subject: subjectOf, title: title(words, 'request.handle') } as const
const EventForm = Type.Object({ event: Type.String({ format: 'uuid' }) })
type Asks = Pick<Ask<unknown, unknown, unknown, DataRequest>, 'say' | 'may' | 'url' | 'csrf' | 'read' | 'subject'>

/** Staff read what guests wrote, answer and decide. */
export const handleRoutes = [
  get('/open-data/request/:number/handle', handle, (ask) => show(ask, { typed: { organisationId: ask.subject.organisationId ?? '' } })),

  post('/open-data/request/:number/handle', handle, async (ask) => {
    const read = ask.form(HandleForm)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: sentencesOf(ask, 'request', read.errors) })
    const refused = await ask.write((db) => handleRequest(db, ask, ask.subject, read.value))
    if (refused) return await show(ask, { typed: read.typed, errors: { [refused.field]: sentenceOf(ask, refused) } })
    return seeOther(`${requestPath(ask.subject.number)}?done=handled`)
  }),

  post('/open-data/request/:number/show', handle, async (ask) => {
    const read = ask.form(EventForm)
    if (!read.ok) throw new NotFound()
    await ask.write((db) => queries.showEvent(db, ask.subject.id, read.value.event))
    return seeOther(`${requestPath(ask.subject.number)}/handle`)
  }),
]

function sentenceOf(ask: Pick<Ask, 'say'>, refused: Refused): string {
  const t = ask.say(words)
  return refused.code === 'dataset-unknown' ? t('open-data.request.dataset-unknown', { name: refused.name }) : t(`open-data.request.${refused.code}`)
}

async function show(ask: Asks, state: FormState): Promise<Answer> {
  const request = ask.subject
  const content = await ask.read(async (db) => ({
    unread: (await queries.listEvents(db, request.id)).filter(({ shown }) => !shown),
    drafts: await queries.listLinkableDrafts(db, 50),
    offices: await queries.listOffices(db),
  }))
  return page(
    HandlePage,
    { ...formProps(ask, state), request, ...content },
    staffPage(ask, refusedPage(state)),
  )
}
