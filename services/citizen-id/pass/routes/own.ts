import { Type } from 'typebox'
import { audit, errorsIn, get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { withPerson } from '../../cockpit/own.ts'
import { listUses } from '../../cockpit/queries.ts'
import { provedJustNow } from '../../cockpit/recent.ts'
import { isAtLeast, levelOfCredential, lower, methodOfAmr, proofedNow } from '../../level/rules.ts'
import { pageWords, words } from '../../locales/index.ts'
import { addKey } from '../../passkey/add-key.ts'
import { newKeyOptions, useKeyOptions } from '../../passkey/ceremony.ts'
import { newChallenge } from '../../passkey/challenge.ts'
import { liftCredential, liftEnd } from '../../passkey/lift.ts'
import { relyingParty } from '../../passkey/relying-party.ts'
import { keyName, liftOf, mostKeys, nameLimit } from '../../passkey/rules.ts'
import { answerLimit } from '../../passkey/schema.ts'
import { answeredKey } from '../../passkey/sign-in.ts'
import { tellOfKey } from '../../passkey/tell.ts'
import { findPerson, listCredentials } from '../../person/queries.ts'
import type { Level, Person } from '../../person/schema.ts'
import { GuestHome, Home } from '../pages/home.tsx'
import { LiftPage, SetUpPage } from '../pages/set-up.tsx'
import { listWaiting } from '../queries.ts'

const change = 'own-devices.change'
const frame = { frame: 'question', private: true, noindex: true, manifest: '/pass/app.webmanifest' } as const
const home = title(words, 'pass.title')
const setUp = title(words, 'pass.set-up')
const lift = title(words, 'pass.lift')
const NewForm = Type.Object({ name: Type.String({ maxLength: 200 }), answer: Type.String({ maxLength: answerLimit }) })
const AnswerForm = Type.Object({ answer: Type.String({ maxLength: answerLimit }) })
const Done = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('set-up'), Type.Literal('lifted'), Type.Literal('joined')])) }, { additionalProperties: true })
const answerFor = 600

/** The app on the phone: its home, setting it up, and lifting it by a proof of identity. */
export const ownRoutes = [
  get('/pass', { access: 'anyone', query: Done, title: home }, async (ask) => {
    const t = ask.say(pageWords)
    const { id } = ask.actor
    const person = id === undefined ? undefined : await ask.read((db) => findPerson(db, id))
    if (!person) return page(GuestHome, { t, csrf: ask.csrf(), done: ask.query.done }, frame)
    const [keys, uses, waiting] = await ask.read(async (db) => [await listCredentials(db, person.id), await listUses(db, { personId: person.id, size: 3 }), await listWaiting(db, person.id)] as const)
    const passes = keys.filter(({ kind, revokedAt }) => kind === 'pass' && revokedAt === null).map((key) => ({ id: key.id, name: key.name, level: lower(levelOfCredential(key, ask.now), proofedNow(person, ask.now)), until: liftOf(key, ask.now) }))
    const canLift = passes.some(({ level }) => level === 'low') && (await liftingProof(ask, person)) !== undefined
    const props = { t, csrf: ask.csrf(), town: ask.tenant.name, name: `${person.givenNames} ${person.familyName}`.trim(), passes, uses, waiting, canLift, done: ask.query.done }
    return page(Home, props, { ...frame, ...(waiting.length > 0 && { refreshAfter: 20 }) })
  }),

  get('/pass/set-up', { access: change, title: setUp }, (ask) => withPerson(ask, (person) => setUpPage(ask, person, {}, {}))),

  post('/pass/set-up', { access: change, title: setUp }, (ask) =>
    withPerson(ask, async (person) => {
      const t = ask.say(pageWords)
      if (!(await provedJustNow(ask))) return await setUpPage(ask, person, {}, {})
      const form = ask.form(NewForm)
      if (!form.ok) return await setUpPage(ask, person, form.typed, errorsIn(t, form.errors, () => t('passkey.name')))
      const name = keyName(form.value.name)
      if (name === undefined) return await setUpPage(ask, person, form.typed, { name: t('forms.error.missing', { field: t('passkey.name') }) })
      const added = await addKey(ask, { binding: { purpose: 'register', of: `pass ${person.id}` }, personId: person.id, kind: 'pass', name, answer: form.value.answer, also: (db) => tellOfKey(ask, db, person, 'passkey.mail-added', name) })
      return added.ok ? seeOther('/pass?done=set-up') : await setUpPage(ask, person, form.typed, { name: t(`passkey.refused.${added.reason}`) })
    }),
  ),

  get('/pass/lift', { access: change, title: lift }, (ask) => withPerson(ask, (person) => liftPage(ask, person))),

  post('/pass/lift', { access: change, title: lift }, (ask) =>
    withPerson(ask, async (person) => {
      const proof = await liftingProof(ask, person)
      const form = ask.form(AnswerForm)
      if (!proof || !form.ok) return await liftPage(ask, person)
      const key = await answeredKey(ask, { purpose: 'lift', of: person.id }, form.value.answer)
      if (typeof key === 'string') return await liftPage(ask, person, key)
      if (key.personId !== person.id) return await liftPage(ask, person, 'unknown')
      const lifted = await ask.write(async (db) => {
        const done = await liftCredential(db, { credentialId: key.id, personId: person.id, level: proof.level, by: proof.by, until: liftEnd(ask.now, person.proofedUntil) })
        if (done) await audit(db, { action: 'key.lift', subject: `credential/${key.id}`, detail: { by: proof.by } })
        return done
      })
      return lifted ? seeOther('/pass?done=lifted') : await liftPage(ask, person, 'synced')
    }),
  ),
]

type Asks = Ask<unknown>

/** A proof of identity on this very device within the last ten minutes that is worth a lift: the card, BundID or the wallet, and in a demonstration a fictional person. */
async function liftingProof(ask: Asks, person: Person): Promise<{ level: Level; by: string } | undefined> {
  const method = methodOfAmr(ask.actor.methods)
  const { level } = ask.actor
  const counts = method === 'eid' || method === 'bundid' || method === 'wallet' || (method === 'demo' && ask.platform.config.demo)
  if (!counts || level === 'none' || !isAtLeast(level, 'substantial') || !isAtLeast(proofedNow(person, ask.now), 'substantial')) return undefined
  return (await provedJustNow(ask)) ? { level: lower(level, proofedNow(person, ask.now)), by: method } : undefined
}

const failed = (errors: FormErrors) => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

async function setUpPage(ask: Asks, person: Person, typed: Typed, errors: FormErrors): Promise<Answer> {
  const party = relyingParty(ask)
  const proved = await provedJustNow(ask)
  const known = (await ask.read((db) => listCredentials(db, person.id))).filter(({ revokedAt }) => revokedAt === null)
  const full = known.length >= mostKeys
  const options = party && proved && !full ? await newKeyOptions(party, person, { challenge: await newChallenge(ask, { purpose: 'register', of: `pass ${person.id}` }, answerFor), known, kind: 'pass' }) : undefined
  const hindrance = !party ? 'host' : full ? 'full' : proved ? undefined : 'prove'
  return page(SetUpPage, { t: ask.say(pageWords), csrf: ask.csrf(), action: '/pass/set-up', hindrance, options: options as Record<string, unknown> | undefined, typed, errors, nameLimit }, { ...frame, ...failed(errors) })
}

async function liftPage(ask: Asks, person: Person, trouble?: 'unknown' | 'invalid' | 'clone' | 'locked' | 'synced'): Promise<Answer> {
  const party = relyingParty(ask)
  const proof = await liftingProof(ask, person)
  const options = party && proof && (await useKeyOptions(party, await newChallenge(ask, { purpose: 'lift', of: person.id }, answerFor)))
  const props = { t: ask.say(pageWords), csrf: ask.csrf(), options: options as Record<string, unknown> | undefined, until: liftEnd(ask.now, person.proofedUntil), trouble }
  return page(LiftPage, props, { ...frame, ...(trouble && { status: 422, hasErrors: true }) })
}
