import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import { sealUnder, sharedSecret, type Platform } from '@modellregion/kernel'
import { classCode } from './rules/class-code.ts'

const purpose = 'smart-school class code'
const keyOf = async ({ database, now }: Pick<Platform, 'database' | 'now'>, use: string): Promise<Buffer> =>
  Buffer.from(hkdfSync('sha256', await sharedSecret(database, purpose, now()), 'modellregion', `${purpose} ${use}`, 32))

/** As the database keeps a class code: a keyed hash of one town, from which nobody reads it back. */
export const codeHash = async (platform: Pick<Platform, 'database' | 'now'>, tenant: string, code: string): Promise<string> =>
  createHmac('sha256', await keyOf(platform, 'hash')).update(`${tenant}\n${code}`).digest('base64url')

/** A new class code: what the class types, its hash for finding it, and sealed for showing it to the teacher again. */
export async function newClassCode(platform: Pick<Platform, 'database' | 'now'>, tenant: string, experimentId: string, given?: string): Promise<{ code: string; hash: string; sealed: string }> {
  const code = given ?? classCode([randomInt(2 ** 32), randomInt(2 ** 32), randomInt(2 ** 32), randomInt(2 ** 32)])
  return { code, hash: await codeHash(platform, tenant, code), sealed: sealUnder(await keyOf(platform, 'seal')).close(code, `${tenant} ${experimentId}`) }
}

export const openClassCode = async (platform: Pick<Platform, 'database' | 'now'>, tenant: string, experimentId: string, sealed: string): Promise<string> =>
  sealUnder(await keyOf(platform, 'seal')).open(sealed, `${tenant} ${experimentId}`)

/** A seed by lot for the order of blind rooms. It is not kept: only the order is. */
export const drawnSeed = (): number => randomInt(2 ** 32)
