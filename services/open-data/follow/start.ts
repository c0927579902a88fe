import { newId, speak, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import type { Locale } from '@modellregion/kernel/words'
import { words, type T } from '../locales/index.ts'
import type { MailPlatform } from './mail-platform.ts'
import * as queries from './queries.ts'
import type { Follow, FollowKind, Rhythm } from './schema.ts'
import { confirmPath } from './token.ts'

export type Wish = { kind: FollowKind; subject: string; label: string; mail: string; rhythm: Rhythm; locale: Locale; /** Account whose own address this is: nothing to confirm then. */ accountId: string | null }

/** Who writes: a town under the address that was asked. */
type Sender = { platform: MailPlatform; tenant: Tenant; url: URL }

/** The words of a town in the language of a letter. */
export const wordsFor = (tenant: Tenant, locale: Locale): T => speak(words, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })

/** Begins to follow. An address that nobody vouches for gets one mail with a link, and nothing else before the link was opened. */
export async function startFollowing(db: UnitOfWork, from: Sender, { kind, subject, label, mail, rhythm, locale, accountId }: Wish): Promise<Follow> {
  const follower = await queries.keepFollower(db, { id: newId(db.now), mail: mail.toLowerCase(), accountId, locale, rhythm })
  const follow = await queries.keepFollow(db, { id: newId(db.now), followerId: follower.id, kind, subject, label, confirmed: accountId !== null })
  if (follow.confirmedAt === null) await sendConfirmation(db, from, follow, { mail: follower.mail, locale })
  return follow
}

async function sendConfirmation(db: UnitOfWork, { platform, tenant, url }: Sender, { id, label }: Follow, to: { mail: string; locale: Locale }): Promise<void> {
  const t = wordsFor(tenant, to.locale)
  const link = `${url.origin}${await confirmPath(platform, tenant.id, id)}`
  await platform.mailer.send(db, { to: to.mail, subject: t('follow.mail.confirm-subject', { town: tenant.name }), text: t('follow.mail.confirm', { label, link }) })
}
