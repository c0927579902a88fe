import { joinBytes, uint32, uint64, utf8 } from './bytes.ts'
import type { Copy, Envelope, Epoch, KeyStatement } from './schema.ts'

/** A field of what is signed: text, whole number, nothing, or a list of entries with fields of their own. */
export type Field = string | number | null | readonly (readonly Field[])[]

const nothing = uint32(0xffffffff)

/** One sequence of bytes for each object, and no other object with the same: docs/protocol.md, "Canonical bytes". */
export function canonicalBytes(domain: string, fields: readonly Field[]): Uint8Array {
  const parts = [utf8(domain)]
  for (const field of fields) addField(parts, field)
  return joinBytes(parts)
}

function addField(parts: Uint8Array[], field: Field): void {
  if (field === null) parts.push(nothing)
  else if (typeof field === 'string') {
    const bytes = utf8(field)
    parts.push(uint32(bytes.length), bytes)
  } else if (typeof field === 'number') parts.push(uint32(8), uint64(field))
  else {
    parts.push(uint32(field.length))
    for (const entry of field) for (const part of entry) addField(parts, part)
  }
}

const copyFields = (copies: readonly Copy[]): Field => copies.map(({ to, box, sealed }) => [to, box, sealed])

export const statementFields = ({ v, tenant, confidant, n, sign, box, prev }: Omit<KeyStatement, 'signature' | 'previousSignature'>): Field[] => [v, tenant, confidant, n, sign, box, prev]

/** Without `proof`, which is made over these, and without the signature. */
export const epochFields = ({ v, tenant, case: id, epoch, by, from, threshold, copies, shares, prev, commit }: Omit<Epoch, 'proof' | 'signature'>): Field[] => [
  v, tenant, id, epoch, by, from, threshold, copyFields(copies), copyFields(shares), prev, commit,
]

export const headerFields = ({ v, tenant, case: id, epoch, seq, from, to, prev }: Omit<Envelope, 'nonce' | 'body' | 'signature'>): Field[] => [v, tenant, id, epoch, seq, from, to, prev]

export const domains = {
  key: 'modellregion help-chat key 1',
  epoch: 'modellregion help-chat epoch 1',
  proof: 'modellregion help-chat proof 1',
  commit: 'modellregion help-chat commit 1',
  copy: 'modellregion help-chat copy 1',
  share: 'modellregion help-chat share 1',
  released: 'modellregion help-chat released 1',
  envelope: 'modellregion help-chat envelope 1',
  header: 'modellregion help-chat header 1',
  work: 'modellregion help-chat work 1',
  vault: 'modellregion help-chat vault 1',
} as const
