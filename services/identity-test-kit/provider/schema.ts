/** What is simulated: an eID server with its cards, BundID with its accounts. */
export type Kind = 'eid' | 'bundid'

/** Who asks, as it was registered. Certificates in PEM. */
export type Party = { kind: Kind; issuer: string; answersTo: string; signingCertificate: string; encryptionCertificate: string }

/** A request that was checked and waits for somebody. */
export type WaitingRequest = { id: string; kind: Kind; issuer: string; requestId: string; relayState: string; /** What was asked for, in the words of the protocol. */ level: string | null; card: string | null; wrongPins: number }
