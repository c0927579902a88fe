import { Type } from 'typebox'
import { audit, errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { framed, withPerson } from '../../cockpit/own.ts'
import { ownSid, provedJustNow } from '../../cockpit/recent.ts'
import { levelOfCredential, proofedNow, lower } from '../../level/rules.ts'
import { pageWords, words } from '../../locales/index.ts'
import { insertLevelEvent, listCredentials } from '../../person/queries.ts'
import type { Credential, Person } from '../../person/schema.ts'
import { endSessions } from '../../provider/end-sessions.ts'
import { endEverything } from '../../sign-in/end-everything.ts'
import { newKeyOptions } from '../ceremony.ts'
import { newChallenge } from '../challenge.ts'
import { addKey } from '../add-key.ts'
import { DevicePage, DevicesPage, LostPage, NewPasskeyPage, type ShownKey } from '../pages/devices.tsx'
import { renameCredential, revokeCredential } from '../queries.ts'
import { relyingParty } from '../relying-party.ts'
import { keyName, liftOf, mostKeys, nameLimit } from '../rules.ts'
import { answerLimit } from '../schema.ts'
import { tellOfKey } from '../tell.ts'

const [see, change] = ['own-devices.see', 'own-devices.change']
const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const NameForm = Type.Object({ name: Type.String({ maxLength: 200 }) })
const NewForm = Type.Object({ name: Type.String({ maxLength: 200 }), answer: Type.String({ maxLength: answerLimit }) })
const Done = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('added'), Type.Literal('renamed'), Type.Literal('removed')])) }, { additionalProperties: true })
const heading = title(words, 'passkey.devices')
const registerFor = 600

/** A person's keys: what there is, a new one, and the end of one. */
export const deviceRoutes = [
  get('/citizen-id/devices', { access: see, query: Done, title: heading }, (ask) =>
    withPerson(ask, async (person) => {
      const t = ask.say(pageWords)
      const keys = (await countingKeys(ask, person)).map((key) => shownKey(key, person, ask.now))
      return page(DevicesPage, { t, keys, full: keys.length >= mostKeys, done: ask.query.done, usable: relyingParty(ask) !== undefined }, framed(t, t('passkey.devices')))
    }),
  ),

  get('/citizen-id/devices/new', { access: change, title: title(words, 'passkey.new') }, (ask) => withPerson(ask, (person) => newPage(ask, person, {}, {}))),

  post('/citizen-id/devices/new', { access: change, title: title(words, 'passkey.new') }, (ask) =>
    withPerson(ask, async (person) => {
      const t = ask.say(pageWords)
      if (!(await provedJustNow(ask))) return await newPage(ask, person, {}, {})
      const form = ask.form(NewForm)
      if (!form.ok) return await newPage(ask, person, form.typed, errorsIn(t, form.errors, (field) => t(field === 'name' ? 'passkey.name' : 'passkey.new')))
      const name = keyName(form.value.name)
      if (name === undefined) return await newPage(ask, person, form.typed, { name: t('forms.error.missing', { field: t('passkey.name') }) })
      const added = await addKey(ask, { binding: { purpose: 'register', of: person.id }, personId: person.id, kind: 'passkey', name, answer: form.value.answer, also: (db) => tellOfKey(ask, db, person, 'passkey.mail-added', name) })
      if (added.ok) return seeOther('/citizen-id/devices?done=added')
      return await newPage(ask, person, form.typed, { name: t(`passkey.refused.${added.reason}`) })
    }),
  ),

  // Who sits down at an open screen must not be able to add a key of their own: the sign-in is shown once more.
  post('/citizen-id/devices/prove', { access: change, title: heading }, async (ask) => {
    const form = ask.form(Type.Object({ back: Type.Union([Type.Literal('/citizen-id/devices/new'), Type.Literal('/pass/set-up'), Type.Literal('/pass/lift'), Type.Literal('/citizen-id/security/password/first')]) }))
    const sid = ownSid(ask.session)
    if (sid !== undefined) await endSessions(ask.platform, ask.tenant, ask.url.origin, { sid })
    await ask.session.signOut()
    return seeOther(`/sign-in?return=${encodeURIComponent(form.ok ? form.value.back : '/citizen-id/devices/new')}`)
  }),

  get('/citizen-id/devices/:id', { access: see, params: ById, title: heading }, (ask) => withKey(ask, ask.params.id, (key, person) => keyPage(ask, key, person, {}, {}))),

  post('/citizen-id/devices/:id/name', { access: change, params: ById, title: heading }, (ask) =>
    withKey(ask, ask.params.id, async (key, person) => {
      const t = ask.say(pageWords)
      const form = ask.form(NameForm)
      const name = form.ok ? keyName(form.value.name) : undefined
      if (name === undefined) return keyPage(ask, key, person, form.ok ? { name: form.value.name } : form.typed, { name: t('forms.error.missing', { field: t('passkey.name') }) })
      await ask.write((db) => renameCredential(db, person.id, key.id, name))
      return seeOther('/citizen-id/devices?done=renamed')
    }),
  ),

  post('/citizen-id/devices/:id/remove', { access: change, params: ById, title: heading }, (ask) =>
    withKey(ask, ask.params.id, async (key, person) => {
      await takeBack(ask, key, person, 'withdrawn', 'passkey.mail-removed')
      return seeOther('/citizen-id/devices?done=removed')
    }),
  ),

  // Sessions do not say which key began them, so all end: whoever has the device is out everywhere.
  post('/citizen-id/devices/:id/lost', { access: change, params: ById, title: heading }, (ask) =>
    withKey(ask, ask.params.id, async (key, person) => {
      await takeBack(ask, key, person, 'device-lost', 'passkey.mail-lost')
      await endEverything(ask, person.id)
      await ask.session.signOut()
      return seeOther('/citizen-id/device-lost')
    }),
  ),

  get('/citizen-id/device-lost', { access: 'anyone', title: title(words, 'passkey.lost-done') }, (ask) => page(LostPage, { t: ask.say(pageWords) }, { frame: 'question', private: true, noindex: true })),
]

type Asks = Ask<unknown>

const countingKeys = async (ask: Pick<Asks, 'read'>, { id }: Person): Promise<Credential[]> => (await ask.read((db) => listCredentials(db, id))).filter(({ revokedAt }) => revokedAt === null)

async function withKey(ask: Asks, id: string, work: (key: Credential, person: Person) => Promise<Answer> | Answer): Promise<Answer> {
  return await withPerson(ask, async (person) => {
    const key = (await countingKeys(ask, person)).find((one) => one.id === id)
    return key ? await work(key, person) : seeOther('/citizen-id/devices')
  })
}

const shownKey = (key: Credential, person: Person, now: Date): ShownKey => ({
  id: key.id,
  name: key.name,
  kind: key.kind,
  deviceBound: key.deviceBound,
  lastUsedAt: key.lastUsedAt,
  createdAt: key.createdAt,
  level: lower(levelOfCredential(key, now), proofedNow(person, now)),
  until: liftOf(key, now),
})

const failed = (errors: FormErrors) => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

function keyPage(ask: Asks, key: Credential, person: Person, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  return page(DevicePage, { t, csrf: ask.csrf(), device: shownKey(key, person, ask.now), typed, errors, nameLimit }, { ...framed(t, key.name), ...failed(errors) })
}

async function newPage(ask: Asks, person: Person, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const party = relyingParty(ask)
  const proved = await provedJustNow(ask)
  const known = await countingKeys(ask, person)
  const options = party && proved && known.length < mostKeys ? await newKeyOptions(party, person, { challenge: await newChallenge(ask, { purpose: 'register', of: person.id }, registerFor), known, kind: 'passkey' }) : undefined
  const hindrance = !party ? 'host' : known.length >= mostKeys ? 'full' : proved ? undefined : 'prove'
  return page(NewPasskeyPage, { t, csrf: ask.csrf(), hindrance, options: options as Record<string, unknown> | undefined, action: '/citizen-id/devices/new', typed, errors, nameLimit }, { ...framed(t, t('passkey.new')), ...failed(errors) })
}

async function takeBack(ask: Asks, key: Credential, person: Person, cause: 'withdrawn' | 'device-lost', letter: 'passkey.mail-removed' | 'passkey.mail-lost'): Promise<void> {
  await ask.write(async (db) => {
    if ((await revokeCredential(db, person.id, key.id)) === 0) return
    if (cause === 'device-lost' || liftOf(key, ask.now)) await insertLevelEvent(db, { id: newId(ask.now), personId: person.id, credentialId: key.id, level: 'low', cause })
    await tellOfKey(ask, db, person, letter, key.name)
    await audit(db, { action: cause === 'device-lost' ? 'key.lost' : 'key.remove', subject: `credential/${key.id}` })
  })
}
