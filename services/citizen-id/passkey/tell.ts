import { speak, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { tellPerson } from '../password/person-mail.ts'
import type { Person } from '../person/schema.ts'

/** The person hears of every change to their keys, also when it was somebody else. */
export async function tellOfKey(ask: Pick<Ask, 'platform' | 'tenant'>, db: UnitOfWork, person: Pick<Person, 'email' | 'emailVerifiedAt'>, letter: 'passkey.mail-added' | 'passkey.mail-removed' | 'passkey.mail-lost', name: string): Promise<void> {
  const { tenant } = ask
  const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
  await tellPerson(db, ask.platform.mailer, person, { subject: t('passkey.mail-subject'), text: t(letter, { name, town: `${tenant.kind} ${tenant.name}` }) })
}
