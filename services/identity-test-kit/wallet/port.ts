import { generateKeyPairSync } from 'node:crypto'
import { walletTestKitPort, type WalletTestKit, type WalletWish } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { issueCopy, type IssueWish } from './issue.ts'
import { accessCertificate, rootOf } from './keys.ts'
import { walletPeople } from './people.ts'
import { chosenClaims, encryptedAnswer, presentation, type Mischief } from './present.ts'
import { fetchQuestion, readLink } from './request.ts'

/** Lets whoever asks into the simulated register, and says whose identities to believe. Nothing outside of demonstrations. */
export const walletTestKit: WalletTestKit<Platform> & { id: typeof walletTestKitPort } = {
  id: walletTestKitPort,
  connect: async (platform, town, origin, publicKey) => {
    if (!platform.config.demo) return undefined
    const certificates = await accessCertificate(platform, town.name, new URL(origin).hostname, publicKey)
    return { certificates, root: await rootOf(platform, 'state-root'), address: `${origin}/identity-test-kit/wallet` }
  },
  answer: async (platform, origin, text, wish) => {
    const [now, link, person] = [platform.now(), readLink(text), walletPeople.find(({ key }) => key === wish.person)]
    if (!link || !person) throw new Error('No such question, or no such person.')
    const question = await fetchQuestion({ platform, now, url: new URL(origin) }, link)
    const copy = await issueCopy(platform, origin, person, now, issueWishOf(wish, now))
    const shown = chosenClaims(copy, question)
    if (!shown) throw new Error('This identity lacks what is asked for.')
    const presented = wish.presentation ?? (await presentation(copy, question, shown, now, mischiefOf(wish, now)))
    const token = { [question.queryId]: Array<string>(wish.times ?? 1).fill(presented) }
    const fields = wish.plain ? { vp_token: JSON.stringify(token), state: question.state } : { response: await encryptedAnswer(question, { vp_token: token }, mischiefOf(wish, now)) }
    return { responseUri: question.responseUri, presentation: presented, fields: fields as Record<string, string> }
  },
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000)

const issueWishOf = ({ vct, from, until, status }: WalletWish, now: Date): IssueWish => ({
  ...(vct !== undefined && { vct }),
  ...(from !== undefined && { from: later(now, from) }),
  ...(until !== undefined && { until: later(now, until) }),
  ...(status !== undefined && { status }),
})

const mischiefOf = ({ otherKey, clock, aud, nonce, state, kid, enc, more, before, after }: WalletWish, now: Date): Mischief => ({
  ...(otherKey === true && { holderKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
  ...(clock !== undefined && { iat: Math.floor(now.getTime() / 1_000) + clock }),
  ...(aud !== undefined && { aud }),
  ...(nonce !== undefined && { nonce }),
  ...(state !== undefined && { state }),
  ...(kid !== undefined && { kid }),
  ...(enc !== undefined && { enc }),
  ...(more && { more }),
  ...(before && { before }),
  ...(after && { after }),
})
