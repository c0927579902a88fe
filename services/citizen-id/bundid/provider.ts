import { SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import type { Ask } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import { ownKeys, type SamlKeys } from '../saml/keys.ts'
import { originOf, simulated, type TownAsks } from '../saml/town.ts'
import { askedOfBundId, storkOf } from './attributes.ts'

/** Everything both sides have agreed upon. */
export type BundIdAgreement = { address: string; issuer: string; certificates: readonly string[]; serviceName: string; onlineServiceId?: string; answersTo: string; organisation: string; keys: SamlKeys; isSimulated: boolean }

/** BundID of the deployment file, or the simulator of a demonstration; undefined where there is neither. */
export async function bundId(ask: TownAsks & Pick<Ask, 'platform'>): Promise<BundIdAgreement | undefined> {
  const settings = ask.platform.config.identity?.bundid
  const origin = originOf(ask)
  const keys = settings?.keys ?? (await ownKeys(ask.platform, ask.tenant))
  const own = { serviceName: settings?.serviceName ?? `${origin}/citizen-id/bundid/metadata`, answersTo: `${origin}/citizen-id/bundid/acs`, organisation: ask.tenant.name, keys }
  if (settings) return { address: settings.address, issuer: settings.issuer, certificates: settings.certificates, ...(settings.onlineServiceId !== undefined && { onlineServiceId: settings.onlineServiceId }), ...own, isSimulated: false }
  const simulator = await simulated(ask, 'bundid', { issuer: own.serviceName, answersTo: own.answersTo, signingCertificate: keys.signingCertificate, encryptionCertificate: keys.encryptionCertificate })
  return simulator && { address: simulator.address, issuer: simulator.issuer, certificates: [simulator.signingKey], ...own, isSimulated: true }
}

/** Address of BundID with our signed request: at least this level, these attributes. */
export const bundIdRequest = async (agreement: BundIdAgreement, request: { requestId: string; relayState: string; wanted: Level | undefined }): Promise<string> =>
  await serviceProvider(agreement, request).getAuthorizeUrlAsync(request.relayState, undefined, {})

/** What we are, for the operator of BundID: keys, addresses. */
export const bundIdMetadata = (agreement: BundIdAgreement): string =>
  serviceProvider(agreement).generateServiceProviderMetadata(agreement.keys.encryptionCertificate, agreement.keys.signingCertificate)

/** The library with our settings. Times, recipient and request are judged by our own rules, with the clock of the request. */
export function serviceProvider(agreement: BundIdAgreement, { requestId, wanted = 'low', wantsSignedFrame = false }: { requestId?: string; wanted?: Level | undefined; wantsSignedFrame?: boolean } = {}): SAML {
  const { address, issuer, certificates, serviceName, answersTo, keys } = agreement
  return new SAML({
    entryPoint: address,
    issuer: serviceName,
    idpIssuer: issuer,
    idpCert: [...certificates],
    callbackUrl: answersTo,
    audience: serviceName,
    privateKey: keys.signingKey,
    decryptionPvk: keys.encryptionKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: wantsSignedFrame,
    validateInResponseTo: ValidateInResponseTo.never,
    acceptedClockSkewMs: -1,
    identifierFormat: null,
    authnContext: [storkOf[wanted]],
    racComparison: 'minimum',
    forceAuthn: true,
    samlAuthnRequestExtensions: extensionOf(agreement),
    ...(requestId !== undefined && { generateUniqueId: () => requestId }),
  })
}

const akdb = 'https://www.akdb.de/request/2018/09'

// Names, order and namespaces as in the README of ba-itsys/keycloak-extension-bundid.
const extensionOf = ({ organisation, onlineServiceId }: BundIdAgreement): Record<string, unknown> => ({
  'akdb:AuthenticationRequest': {
    '@xmlns:akdb': akdb,
    '@Version': '2',
    'akdb:RequestedAttributes': { 'akdb:RequestedAttribute': askedOfBundId.map(({ name, required }) => ({ '@Name': name, '@RequiredAttribute': String(required) })) },
    'akdb:DisplayInformation': {
      'classic-ui:Version': {
        '@xmlns:classic-ui': `${akdb}/classic-ui/v1`,
        'classic-ui:OrganizationDisplayName': organisation,
        ...(onlineServiceId !== undefined && { 'classic-ui:OnlineServiceId': onlineServiceId }),
      },
    },
  },
})
