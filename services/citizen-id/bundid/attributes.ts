import type { Level } from '../person/schema.ts'

/**
 * Names of what BundID tells. The numbers are those of ba-itsys/keycloak-extension-bundid and of other public service
 * providers; the operator's own guide is given to registered services only, so compare them with it at registration.
 */
export const bundIdAttributes = {
  bpk2: 'urn:oid:1.3.6.1.4.1.25484.494450.3',
  givenName: 'urn:oid:2.5.4.42',
  surname: 'urn:oid:2.5.4.4',
  birthdate: 'urn:oid:1.2.40.0.10.2.1.1.55',
  mail: 'urn:oid:0.9.2342.19200300.100.1.3',
  postalAddress: 'urn:oid:2.5.4.16',
  postalCode: 'urn:oid:2.5.4.17',
  locality: 'urn:oid:2.5.4.7',
  country: 'urn:oid:1.2.40.0.10.2.1.1.225599',
  level: 'urn:oid:1.2.40.0.10.2.1.1.261.94',
} as const

/** What is asked for; only the pseudonym and the level are needed. */
export const askedOfBundId: readonly { name: string; required: boolean }[] = Object.entries(bundIdAttributes).map(([key, name]) => ({ name, required: key === 'bpk2' || key === 'level' }))

/** Levels as BundID speaks of them: user name 1, ELSTER 3, Online-Ausweis and EU identities 4. */
export const storkOf: Readonly<Record<Level, string>> = { low: 'STORK-QAA-Level-1', substantial: 'STORK-QAA-Level-3', high: 'STORK-QAA-Level-4' }

export const levelOfStork = (name: string | undefined): Level | undefined => (name === 'STORK-QAA-Level-2' ? 'low' : (['low', 'substantial', 'high'] as const).find((level) => storkOf[level] === name))
