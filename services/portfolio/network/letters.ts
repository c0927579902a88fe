import { speak, type Config, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, type PageT } from '../locales/index.ts'
import { linkPath } from './token.ts'
import { eventPath } from './rules/reference.ts'
import { whenOf } from './when.ts'
import type { Registration, TransferEvent } from './schema.ts'

/** Who writes: a town under one of its addresses. */
export type Sender = {
  readonly platform: Pick<Platform, 'database' | 'mailer' | 'now'> & { readonly config: Pick<Config, 'https' | 'port'> }
  readonly tenant: Tenant
  /** `https://stadt.example`, without a path. */
  readonly origin: string
}

export type Letter = 'confirm' | 'already' | 'seat' | 'waiting' | 'moved-up' | 'changed' | 'cancelled' | 'reminder'
type To = Pick<Registration, 'id' | 'email' | 'locale' | 'state'>

const wordsFor = (tenant: Tenant, locale: Registration['locale']): PageT => speak(pageWords, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })

/** Writes one letter about an event to somebody who registered, in the language in which they did. It leaves when the unit commits. */
export async function sendLetter(db: UnitOfWork, { platform, tenant, origin }: Sender, letter: Letter, event: TransferEvent, to: To): Promise<void> {
  const t = wordsFor(tenant, to.locale)
  const facts = { title: event.title, when: whenOf(t, event), where: [event.place, event.link].filter(Boolean).join('\n'), page: `${origin}${eventPath(event.id)}`, town: tenant.name }
  const confirm = letter === 'confirm' ? `${origin}${await linkPath(platform, tenant.id, 'confirm', to.id)}` : ''
  const withdraw = `${origin}${await linkPath(platform, tenant.id, 'withdraw', to.id)}`
  const parts = [
    t(`network.mail.${letter}`, { ...facts, link: confirm, note: event.cancelNote }),
    ...(letter === 'cancelled' ? [] : [t('network.mail.facts', facts)]),
    // Whoever is no longer expected has nothing to take back; whoever has not confirmed only has to do nothing.
    ...(letter === 'cancelled' || letter === 'confirm' ? [] : [t('network.mail.withdraw', { link: withdraw })]),
    t('network.mail.end', facts),
  ]
  await platform.mailer.send(db, { to: to.email, subject: t(`network.mail.${letter}-subject`, facts), text: parts.join('\n\n') })
}
