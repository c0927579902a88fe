import { Type } from 'typebox'
import { audit, errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { withPerson } from '../../cockpit/own.ts'
import { pageWords, words } from '../../locales/index.ts'
import { addKey } from '../../passkey/add-key.ts'
import { newKeyOptions, useKeyOptions } from '../../passkey/ceremony.ts'
import { newChallenge } from '../../passkey/challenge.ts'
import { relyingParty } from '../../passkey/relying-party.ts'
import { keyName, liftOf, nameLimit } from '../../passkey/rules.ts'
import { answerLimit } from '../../passkey/schema.ts'
import { answeredKey } from '../../passkey/sign-in.ts'
import { tellOfKey } from '../../passkey/tell.ts'
import { getPerson, insertLevelEvent, listCredentials } from '../../person/queries.ts'
import type { Person } from '../../person/schema.ts'
import { PairPage, PairingPage } from '../pages/pairing.tsx'
import { SetUpPage } from '../pages/set-up.tsx'
import { findOwnPairing, findPairing, finishPairing, insertPairing } from '../queries.ts'
import { grouped, pairingTerm } from '../rules.ts'
import type { Pairing } from '../schema.ts'
import { passSecrets, phoneHash, phoneOf } from '../secrets.ts'

const change = 'own-devices.change'
const frame = { frame: 'question', private: true, noindex: true, manifest: '/pass/app.webmanifest' } as const
const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const AnswerForm = Type.Object({ answer: Type.String({ maxLength: answerLimit }) })
const NewForm = Type.Object({ name: Type.String({ maxLength: 200 }), answer: Type.String({ maxLength: answerLimit }) })
const pair = title(words, 'pass.pair')
const join = title(words, 'pass.join')

/** From an old phone to a new one: the old one confirms with its key and shows a code; the new one makes a key of its own. */
export const pairingRoutes = [
  get('/pass/pair', { access: change, title: pair }, (ask) => withPerson(ask, (person) => pairPage(ask, person))),

  post('/pass/pair', { access: change, title: pair, rate: { max: 30, per: 'minute' } }, (ask) =>
    withPerson(ask, async (person) => {
      const form = ask.form(AnswerForm)
      const key = form.ok ? await answeredKey(ask, { purpose: 'pair', of: person.id }, form.value.answer) : 'invalid'
      if (typeof key === 'string') return await pairPage(ask, person, key)
      if (key.personId !== person.id || key.kind !== 'pass') return await pairPage(ask, person, 'unknown')
      const [secrets, id] = [await passSecrets(ask), newId(ask.now)]
      await ask.write(async (db) => {
        await insertPairing(db, { id, personId: person.id, credentialId: key.id, codeHash: secrets.codeHash(secrets.code(id)), expiresAt: new Date(ask.now.getTime() + pairingTerm) })
        await audit(db, { action: 'pass.pair', subject: `credential/${key.id}` })
      })
      return seeOther(`/pass/pair/${id}`)
    }),
  ),

  get('/pass/pair/:id', { access: change, params: ById, title: pair }, (ask) =>
    withPerson(ask, async (person) => {
      const pairing = await ask.read((db) => findOwnPairing(db, ask.params.id, person.id))
      if (!pairing) return seeOther('/pass/pair')
      const code = grouped((await passSecrets(ask)).code(pairing.id))
      const state = pairing.newCredentialId !== null ? 'done' : pairing.expiresAt <= ask.now ? 'late' : pairing.seen ? 'seen' : 'waiting'
      return page(PairingPage, { t: ask.say(pageWords), state, code, link: `${ask.url.origin}/pass/open?code=${code}`, host: ask.url.host, until: pairing.expiresAt }, { ...frame, ...((state === 'waiting' || state === 'seen') && { refreshAfter: 3 }) })
    }),
  ),

  get('/pass/join/:id', { access: 'anyone', params: ById, title: join }, (ask) => withPairing(ask, ask.params.id, (pairing) => joinPage(ask, pairing, {}, {}))),

  post('/pass/join/:id', { access: 'anyone', params: ById, title: join, rate: { max: 30, per: 'minute' } }, (ask) =>
    withPairing(ask, ask.params.id, async (pairing) => {
      const t = ask.say(pageWords)
      const form = ask.form(NewForm)
      if (!form.ok) return await joinPage(ask, pairing, form.typed, errorsIn(t, form.errors, () => t('passkey.name')))
      const name = keyName(form.value.name)
      if (name === undefined) return await joinPage(ask, pairing, form.typed, { name: t('forms.error.missing', { field: t('passkey.name') }) })
      const [person, old] = await ask.read(async (db) => [await getPerson(db, pairing.personId), (await listCredentials(db, pairing.personId)).find(({ id }) => id === pairing.credentialId)] as const)
      // The old phone was reported as lost in between: it invites nobody any more.
      if (!old || old.revokedAt !== null) return seeOther('/pass/answered/over')
      const until = liftOf(old, ask.now)
      const lift = until && { level: old.liftedLevel, by: old.liftedBy, until }
      const added = await addKey(ask, {
        binding: { purpose: 'register', of: `pairing ${pairing.id}` },
        personId: person.id,
        kind: 'pass',
        name,
        answer: form.value.answer,
        ...(lift && { lift }),
        also: async (db, credential) => {
          if ((await finishPairing(db, pairing.id, credential.id)) === 0) return false
          if (lift && credential.deviceBound) await insertLevelEvent(db, { id: newId(ask.now), personId: person.id, credentialId: credential.id, level: lift.level, cause: 'device-lifted', until: lift.until })
          await tellOfKey(ask, db, person, 'passkey.mail-added', name)
          return true
        },
      })
      if (added.ok) return seeOther('/pass?done=joined')
      return added.reason === 'over' ? seeOther('/pass/answered/over') : await joinPage(ask, pairing, form.typed, { name: t(`passkey.refused.${added.reason}`) })
    }),
  ),
]

type Asks = Ask<unknown>

async function pairPage(ask: Asks, person: Person, trouble?: 'unknown' | 'invalid' | 'clone' | 'locked'): Promise<Answer> {
  const party = relyingParty(ask)
  const options = party && (await useKeyOptions(party, await newChallenge(ask, { purpose: 'pair', of: person.id }, 600)))
  return page(PairPage, { t: ask.say(pageWords), csrf: ask.csrf(), options: options as Record<string, unknown> | undefined, trouble }, { ...frame, ...(trouble && { status: 422, hasErrors: true }) })
}

async function withPairing(ask: Asks, id: string, work: (pairing: Pairing) => Promise<Answer>): Promise<Answer> {
  const phone = phoneOf(ask)
  const pairing = phone === undefined ? undefined : await ask.read((db) => findPairing(db, id, phoneHash(phone)))
  return pairing ? await work(pairing) : seeOther('/pass/answered/over')
}

async function joinPage(ask: Asks, pairing: Pairing, typed: Typed, errors: FormErrors): Promise<Answer> {
  const party = relyingParty(ask)
  const [person, known] = await ask.read(async (db) => [await getPerson(db, pairing.personId), (await listCredentials(db, pairing.personId)).filter(({ revokedAt }) => revokedAt === null)] as const)
  const options = party && (await newKeyOptions(party, person, { challenge: await newChallenge(ask, { purpose: 'register', of: `pairing ${pairing.id}` }, 600), known, kind: 'pass' }))
  const props = { t: ask.say(pageWords), csrf: ask.csrf(), action: `/pass/join/${pairing.id}`, hindrance: party ? undefined : ('host' as const), options: options as Record<string, unknown> | undefined, typed, errors, nameLimit }
  return page(SetUpPage, props, { ...frame, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}
