import { Type } from 'typebox'
import { NotFound } from '../../database/index.ts'
import { page } from '../../http/answer.ts'
import { get, title } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { keptFormHash } from '../kept-form.ts'
import { KeptFormPage } from '../pages/kept-form.tsx'
import { claimKeptForm, findKeptForm } from '../queries/kept-form.ts'

/** What was sent before signing in is still there, and is sent by the person themselves: nothing happens by itself in their name. */
export const keptFormRoutes = [
  get('/kept-form/:id', { access: 'account.see', everyTown: true, params: Type.Object({ id: Type.String({ maxLength: 64 }) }), title: title(kernelWords, 'identity.kept-title') }, async (ask) => {
    const hash = keptFormHash(ask.params.id)
    const form = await ask.write(async (db) => ((await claimKeptForm(db, hash, ask.actor.id ?? '')) > 0 ? await findKeptForm(db, hash) : undefined))
    if (!form) throw new NotFound()
    return page(KeptFormPage, { t: ask.say(kernelWords), csrf: ask.csrf(), action: form.action, fields: form.fields }, { frame: 'question', private: true, noindex: true })
  }),
]
