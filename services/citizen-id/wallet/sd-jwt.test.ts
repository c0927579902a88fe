import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compactVerify, importJWK } from 'jose'
import { digestOf, restoreClaims, splitSdJwt } from './sd-jwt.ts'

// The example of RFC 9901, 4.3 and 5.2, with the keys of its appendix A.5.
const example = [
  'eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImV4YW1wbGUrc2Qtand0In0.eyJfc2QiOiBbIkNyUWU3UzVrcUJBSHQtbk1ZWGdjNmJkdDJTSDVhVFkxc1VfTS1QZ2tqUEkiLCAiSnpZakg0c3ZsaUgwUjNQeUVNZmVa',
  'dTZKdDY5dTVxZWhabzdGN0VQWWxTRSIsICJQb3JGYnBLdVZ1Nnh5bUphZ3ZrRnNGWEFiUm9jMkpHbEFVQTJCQTRvN2NJIiwgIlRHZjRvTGJnd2Q1SlFhSHlLVlFaVTlVZEdFMHc1cnREc3JaemZVYW9tTG8iLCAi',
  'WFFfM2tQS3QxWHlYN0tBTmtxVlI2eVoyVmE1TnJQSXZQWWJ5TXZSS0JNTSIsICJYekZyendzY002R242Q0pEYzZ2Vks4QmtNbmZHOHZPU0tmcFBJWmRBZmRFIiwgImdiT3NJNEVkcTJ4Mkt3LXc1d1BFemFrb2I5',
  'aFYxY1JEMEFUTjNvUUw5Sk0iLCAianN1OXlWdWx3UVFsaEZsTV8zSmx6TWFTRnpnbGhRRzBEcGZheVF3TFVLNCJdLCAiaXNzIjogImh0dHBzOi8vaXNzdWVyLmV4YW1wbGUuY29tIiwgImlhdCI6IDE2ODMwMDAw',
  'MDAsICJleHAiOiAxODgzMDAwMDAwLCAic3ViIjogInVzZXJfNDIiLCAibmF0aW9uYWxpdGllcyI6IFt7Ii4uLiI6ICJwRm5kamtaX1ZDem15VGE2VWpsWm8zZGgta284YUlLUWM5RGxHemhhVllvIn0sIHsiLi4u',
  'IjogIjdDZjZKa1B1ZHJ5M2xjYndIZ2VaOGtoQXYxVTFPU2xlclAwVmtCSnJXWjAifV0sICJfc2RfYWxnIjogInNoYS0yNTYiLCAiY25mIjogeyJqd2siOiB7Imt0eSI6ICJFQyIsICJjcnYiOiAiUC0yNTYiLCAi',
  'eCI6ICJUQ0FFUjE5WnZ1M09IRjRqNFc0dmZTVm9ISVAxSUxpbERsczd2Q2VHZW1jIiwgInkiOiAiWnhqaVdXYlpNUUdIVldLVlE0aGJTSWlyc1ZmdWVjQ0U2dDRqVDlGMkhaUSJ9fX0.MczwjBFGtzf-6WMT-hIv',
  'Ybkb11NrV1WMO-jTijpMPNbswNzZ87wY2uHz-CXo6R04b7jYrpj9mNRAvVssXou1iw~WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd~WyJBSngtMDk1VlBycFR0TjRRTU9x',
  'Uk9BIiwgImFkZHJlc3MiLCB7InN0cmVldF9hZGRyZXNzIjogIjEyMyBNYWluIFN0IiwgImxvY2FsaXR5IjogIkFueXRvd24iLCAicmVnaW9uIjogIkFueXN0YXRlIiwgImNvdW50cnkiOiAiVVMifV0~WyIyR0xD',
  'NDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd~WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0~eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImtiK2p3dCJ9.eyJub25jZSI6IC',
  'IxMjM0NTY3ODkwIiwgImF1ZCI6ICJodHRwczovL3ZlcmlmaWVyLmV4YW1wbGUub3JnIiwgImlhdCI6IDE3NDg1MzcyNDQsICJzZF9oYXNoIjogIjBfQWYtMkItRWhMV1g1eWRoX3cyeHp3bU82aU02NkJfMlFDRW',
  'FuSTRmVVkifQ.T3SIus2OidNl41nmVkTZVCKKhOAX97aOldMyHFiYjHm261eLiJ1YiuONFiMN8QlCmYzDlBLAdPvrXh52KaLgUQ',
].join('')
const issuer = { kty: 'EC', crv: 'P-256', x: 'b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ', y: 'Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8' }
const json = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, never>

test('reads the example of the RFC: claims in their places, and the holder has signed just this', async () => {
  const { issued, disclosures, keyBinding, covered } = splitSdJwt(example)
  const signed = json((await compactVerify(issued, await importJWK(issuer, 'ES256'))).payload)
  const { claims, disclosed } = restoreClaims(signed, disclosures)
  assert.equal(claims['given_name'], 'John')
  assert.equal(claims['family_name'], 'Doe')
  assert.deepEqual(claims['nationalities'], ['US'])
  assert.ok(!('email' in claims) && !('_sd' in claims) && !('_sd_alg' in claims))
  assert.equal(disclosed.length, disclosures.length)
  const proof = json((await compactVerify(keyBinding, await importJWK((claims['cnf'] as { jwk: object }).jwk, 'ES256'))).payload)
  assert.equal(proof['sd_hash'], digestOf(covered))
})

test('refuses what the RFC refuses', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const [a, evil, reserved] = [encoded(['salt', 'a', 1]), encoded(['salt', 'open', 2]), encoded(['salt', '_sd', []])]
  assert.deepEqual(restoreClaims({ open: 1, _sd: [digestOf(a), 'decoy'] }, [a]).claims, { open: 1, a: 1 })
  const bad: [string, object, string[]][] = [
    ['a digest twice', { _sd: [digestOf(a), digestOf(a)] }, [a]],
    ['a digest twice, once deeper', { _sd: [digestOf(a)], deep: { _sd: [digestOf(a)] } }, [a]],
    ['a claim that overwrites another', { open: 1, _sd: [digestOf(evil)] }, [evil]],
    ['a reserved name', { _sd: [digestOf(reserved)] }, [reserved]],
    ['a disclosure without a digest', { _sd: ['decoy'] }, [a]],
    ['an array element as a member', { _sd: [digestOf(encoded(['salt', 1]))] }, [encoded(['salt', 1])]],
    ['an unknown hash', { _sd_alg: 'md5', _sd: [digestOf(a)] }, [a]],
  ]
  for (const [what, signed, disclosures] of bad) assert.throws(() => restoreClaims(signed as never, disclosures), /tampered|malformed/, what)
})
