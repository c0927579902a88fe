import { Type } from 'typebox'
import { get, page, post, seeOther, title } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { openInvitation, useInvitation } from '../../staff/invitation.ts'
import { addKey } from '../add-key.ts'
import { enrolBinding, enrolPage } from '../enrol.ts'
import { EnrolledPage } from '../pages/devices.tsx'
import { keyName } from '../rules.ts'
import { answerLimit } from '../schema.ts'

const ByCode = Type.Object({ code: Type.String({ maxLength: 100 }) })
const NewForm = Type.Object({ name: Type.String({ maxLength: 200 }), answer: Type.String({ maxLength: answerLimit }) })
const heading = title(words, 'passkey.new')

/** The first key of somebody who was invited. The invitation is used up in the unit that writes the key. */
export const enrolmentRoutes = [
  post('/citizen-id/invitation/:code/key', { access: 'anyone', params: ByCode, title: heading, rate: { max: 60, per: 'minute' } }, async (ask) => {
    const t = ask.say(pageWords)
    const { code } = ask.params
    const invitation = await ask.read((db) => openInvitation(db, code))
    if (!invitation) return seeOther(`/citizen-id/invitation/${encodeURIComponent(code)}`)
    const form = ask.form(NewForm)
    const name = form.ok ? keyName(form.value.name) : undefined
    const typed = form.ok ? { name: form.value.name } : form.typed
    if (name === undefined || !form.ok) return await enrolPage(ask, { personId: invitation.personId, code }, typed, { name: t('forms.error.missing', { field: t('passkey.name') }) })
    const added = await addKey(ask, { binding: enrolBinding(invitation.personId), personId: invitation.personId, kind: 'passkey', name, answer: form.value.answer, also: (db) => useInvitation(db, code) })
    if (added.ok) return seeOther('/citizen-id/key-made')
    return added.reason === 'over' ? seeOther(`/citizen-id/invitation/${encodeURIComponent(code)}`) : await enrolPage(ask, { personId: invitation.personId, code }, typed, { name: t(`passkey.refused.${added.reason}`) })
  }),
  get('/citizen-id/key-made', { access: 'anyone', title: title(words, 'passkey.enrolled') }, (ask) => page(EnrolledPage, { t: ask.say(pageWords) }, { frame: 'question', private: true, noindex: true })),
]
