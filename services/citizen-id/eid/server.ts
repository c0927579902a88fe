import type { Ask, EidServerConfig } from '@modellregion/kernel'
import { ownKeys, type SamlKeys } from '../saml/keys.ts'
import type { Outcome } from '../saml/schema.ts'
import { originOf, simulated, type TownAsks } from '../saml/town.ts'
import { readEidAnswer } from './answer.ts'
import { eidRequest } from './request.ts'

/** What the card is asked through: an eID server by the SAML profile of BSI TR-03130-1, section 4. */
export type EidServer = {
  /** True for the test kit: then the browser itself plays the part of the eID client. */
  isSimulated: boolean
  /** Addresses that open AusweisApp on this device, for a computer and for a phone (TR-03124-1, 2.2). */
  clientAddresses(tokenAddress: string): { computer: string; phone: string }
  /** Where the eID client is sent from our token address, with the signed and encrypted request. */
  begin(request: { requestId: string; relayState: string; now: Date }): string
  /** Reads the answer, after its signature was checked. @throws BadMessage */
  finish(search: string, requestIdOf: (relayState: string) => Promise<string | undefined>, now: Date): Promise<{ relayState: string; outcome: Outcome; assertionId?: string }>
}

/** Everything both sides have agreed upon. */
export type EidAgreement = Pick<EidServerConfig, 'address' | 'issuer' | 'signingCertificate' | 'encryptionCertificate'> & { serviceName: string; answersTo: string; keys: SamlKeys }

const defaultClient = 'http://127.0.0.1:24727/eID-Client'

/** The eID server of the deployment file, or the simulator of a demonstration; undefined where there is neither. */
export async function eidServer(ask: TownAsks & Pick<Ask, 'platform'>): Promise<EidServer | undefined> {
  const settings = ask.platform.config.identity?.eid
  const origin = originOf(ask)
  const answersTo = `${origin}/citizen-id/eid/response`
  const serviceName = settings?.serviceName ?? origin
  if (settings) return serverOf({ ...settings, serviceName, answersTo, keys: settings.keys ?? (await ownKeys(ask.platform, ask.tenant)) }, settings.client ?? defaultClient, false)
  const keys = await ownKeys(ask.platform, ask.tenant)
  const simulator = await simulated(ask, 'eid', { issuer: serviceName, answersTo, signingCertificate: keys.signingCertificate, encryptionCertificate: keys.encryptionCertificate })
  if (!simulator) return undefined
  return serverOf({ address: simulator.address, issuer: simulator.issuer, signingCertificate: simulator.signingKey, encryptionCertificate: simulator.encryptionKey, serviceName, answersTo, keys }, defaultClient, true)
}

function serverOf(agreement: EidAgreement, client: string, isSimulated: boolean): EidServer {
  return {
    isSimulated,
    clientAddresses: (tokenAddress) => {
      const computer = `${client}?tcTokenURL=${encodeURIComponent(tokenAddress)}`
      return { computer, phone: computer.replace(/^https?:/, 'eid:') }
    },
    begin: (request) => eidRequest(agreement, request),
    finish: (search, requestIdOf, now) => readEidAnswer(agreement, search, requestIdOf, now),
  }
}
