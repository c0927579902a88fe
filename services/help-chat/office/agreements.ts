import { audit } from '@modellregion/kernel'
import type { Acting, By } from './confidants.ts'
import { findAgreement, putAgreement, putServing } from './queries/agreement.ts'
import { endCopies } from './queries/confidant.ts'
import { syncOffice } from './sync.ts'
import { unitIn } from './towns.ts'

export type AgreementRefusal = 'unknown-town' | 'own-town' | 'serves-itself' | 'asked-before' | 'not-asked'

/**
 * A village asks another town's office to serve it. Its own side is said at once; nothing happens until the office agrees. The office's row is
 * made too, as a question: it opens nothing.
 */
export async function askOffice(platform: Acting, { tenant: village, actor }: By, office: string): Promise<AgreementRefusal | undefined> {
  if (office === village) return 'own-town'
  if (!platform.directory.byId(office)?.services.includes('help-chat')) return 'unknown-town'
  // After a no, or an end, the village may ask again.
  const answer = (await unitIn(platform, office, 'read', (db) => findAgreement(db, village, 'office')))?.state
  const isOpen = answer === 'asked' || answer === 'agreed'
  const refusal = await unitIn(platform, village, 'write', async (db) => {
    if (isOpen && (await findAgreement(db, office, 'village'))?.state === 'agreed') return 'asked-before' as const
    await putAgreement(db, { otherTown: office, side: 'village', state: 'agreed' })
    await audit(db, { action: 'agreement.ask', subject: `agreement/${office}` })
    return undefined
  }, actor)
  if (refusal) return refusal
  await unitIn(platform, office, 'write', async (db) => {
    await putServing(db, village, []) // an older yes is no yes to a new question
    await putAgreement(db, { otherTown: village, side: 'office', state: 'asked' })
    await audit(db, { action: 'agreement.asked', subject: `agreement/${village}` })
  })
  return undefined
}

/** The office agrees and says who of its confidants serves the village; or, later, who does from now on. Only after the village has asked. */
export async function serveVillage(platform: Acting, { tenant: office, actor }: By, village: string, confidants: readonly string[]): Promise<AgreementRefusal | undefined> {
  const refusal = await unitIn(platform, office, 'write', async (db) => {
    const own = await findAgreement(db, village, 'office')
    if (own?.state !== 'asked' && own?.state !== 'agreed') return 'not-asked' as const
    await putAgreement(db, { otherTown: village, side: 'office', state: 'agreed' })
    await putServing(db, village, confidants)
    await audit(db, { action: own.state === 'asked' ? 'agreement.accept' : 'agreement.change', subject: `agreement/${village}`, detail: { confidants } })
    return undefined
  }, actor)
  if (!refusal) await syncOffice(platform, office)
  return refusal
}

/** The office says no, or ends what it had agreed to. The village's cases are out of reach from this moment. */
export async function leaveVillage(platform: Acting, { tenant: office, actor }: By, village: string): Promise<void> {
  await unitIn(platform, office, 'write', async (db) => {
    const own = await findAgreement(db, village, 'office')
    if (own?.state !== 'asked' && own?.state !== 'agreed') return
    await putAgreement(db, { otherTown: village, side: 'office', state: own.state === 'asked' ? 'refused' : 'ended' })
    await putServing(db, village, [])
    await audit(db, { action: own.state === 'asked' ? 'agreement.refuse' : 'agreement.end', subject: `agreement/${village}` })
  }, actor)
  await syncOffice(platform, office)
}

/** The village takes its question back, or ends the agreement. The office's confidants reach nothing of it from this moment. */
export async function leaveOffice(platform: Acting, { tenant: village, actor }: By, office: string): Promise<void> {
  await unitIn(platform, village, 'write', async (db) => {
    if ((await putAgreement(db, { otherTown: office, side: 'village', state: 'ended' })) === 0) return
    await endCopies(db, office, [])
    await audit(db, { action: 'agreement.end', subject: `agreement/${office}` })
  }, actor)
  await unitIn(platform, office, 'write', async (db) => {
    if ((await findAgreement(db, village, 'office')) === undefined) return
    await putAgreement(db, { otherTown: village, side: 'office', state: 'ended' })
    await putServing(db, village, [])
    await audit(db, { action: 'agreement.ended', subject: `agreement/${village}` })
  })
}
