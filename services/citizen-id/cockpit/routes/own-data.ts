import { Type } from 'typebox'
import { get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors } from '@modellregion/kernel/rules'
import { pageWords, words } from '../../locales/index.ts'
import type { Person } from '../../person/schema.ts'
import { endSessions } from '../../provider/end-sessions.ts'
import { deletePersonForGood } from '../delete-person.ts'
import { framed, withPerson } from '../own.ts'
import { DeletedPage, DeletePage } from '../pages/delete.tsx'
import { ExportPage } from '../pages/export.tsx'
import { ownSid, provedJustNow } from '../recent.ts'

const DeleteForm = Type.Object({ word: Type.Optional(Type.String({ maxLength: 40 })) })
const deletion = { access: 'own-identity.delete', title: title(words, 'cockpit.delete-title') }

/** What a person takes along, and the end of the account. */
export const ownDataRoutes = [
  get('/citizen-id/export', { access: 'own-identity.see', title: title(words, 'cockpit.export-title') }, (ask) =>
    withPerson(ask, () => {
      const t = ask.say(pageWords)
      return page(ExportPage, { t }, framed(t, t('cockpit.export-title')))
    }),
  ),

  get('/citizen-id/delete', deletion, (ask) => withPerson(ask, (person) => deletePage(ask, person, {}))),

  post('/citizen-id/delete', deletion, (ask) =>
    withPerson(ask, async (person) => {
      if (!(await provedJustNow(ask))) return await deletePage(ask, person, {})
      const t = ask.say(pageWords)
      const form = ask.form(DeleteForm)
      const typed = form.ok ? (form.value.word ?? '') : ''
      if (typed.toLocaleLowerCase('de') !== t('cockpit.delete-word').toLocaleLowerCase('de')) return await deletePage(ask, person, { word: t('cockpit.delete-word-wrong', { word: t('cockpit.delete-word') }) }, typed)
      await deletePersonForGood({ platform: ask.platform, tenant: ask.tenant, origin: ask.url.origin, now: ask.now }, person, 'wish')
      await ask.session.signOut()
      return seeOther('/citizen-id/deleted')
    }),
  ),

  // Only a fresh proof ends an account: the session ends here and at the provider, and the sign-in leads back.
  post('/citizen-id/delete/prove', deletion, (ask) =>
    withPerson(ask, async () => {
      const sid = ownSid(ask.session)
      if (sid !== undefined) await endSessions(ask.platform, ask.tenant, ask.url.origin, { sid })
      await ask.session.signOut()
      return seeOther('/sign-in?return=%2Fcitizen-id%2Fdelete')
    }),
  ),

  get('/citizen-id/deleted', { access: 'anyone', title: title(words, 'cockpit.deleted-title') }, (ask) =>
    page(DeletedPage, { t: ask.say(pageWords) }, { frame: 'question', private: true, noindex: true }),
  ),
]

async function deletePage(ask: Ask, person: Person, errors: FormErrors, typed = ''): Promise<Answer> {
  const t = ask.say(pageWords)
  const failed = Object.keys(errors).length > 0
  const props = { t, csrf: ask.csrf(), proved: await provedJustNow(ask), mail: person.emailVerifiedAt === null ? undefined : (person.email ?? undefined), errors, typed }
  return page(DeletePage, props, { ...framed(t, t('cockpit.delete-title')), ...(failed && { status: 422, hasErrors: true }) })
}
