import { Type } from 'typebox'
import { defineJob, speak, type JobRun } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { originOf } from '../notification/origin.ts'
import { officeHeadsOf } from '../office/confidants.ts'

const Payload = Type.Object({ town: Type.String() })

/** Tells the heads of an office that something is overdue. Which case it is, they do not learn: they ask their confidants. */
export const tellHeadsJob = defineJob({
  name: 'help-chat.tell-heads',
  payload: Payload,
  run: async ({ platform, payload: { town } }: JobRun<{ town: string }>) => {
    const office = platform.directory.byId(town)
    if (!office) return
    const t = speak(words, { locale: 'de', form: office.addressForm, gender: office.gender, overrides: office.words })
    const addresses = (await officeHeadsOf(platform, town)).flatMap(({ email }) => (email === null ? [] : [email]))
    await platform.database.unit({ tenant: town, service: 'help-chat', access: 'write', now: platform.now() }, async (db) => {
      for (const to of addresses) await platform.mailer.send(db, { to, subject: t('thread.overdue.subject'), text: t('thread.overdue.text', { office: `${originOf(platform.config, office)}/help-chat/office` }) })
    })
  },
})
