import { randomBytes } from 'node:crypto'
import { audit, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { forgetClients } from '../provider/client-cache.ts'
import { openSeal } from '../provider/seal.ts'
import { deleteArtifactsOfClient, insertClient, saveSecret, setClientDisabled, updateClient } from './queries.ts'
import { metadataOf } from './rules.ts'
import type { Client, ClientForm } from './schema.ts'

type Asks = Pick<Ask, 'write' | 'platform' | 'tenant'>

/** A new service of the town. Returns its id and, where it proves itself by one, its secret: shown once, kept sealed. */
export async function registerClient(ask: Asks, form: ClientForm): Promise<{ clientId: string; secret?: string }> {
  const clientId = `${slug(form.name)}-${randomBytes(4).toString('hex')}`
  const secret = form.authMethod === 'client_secret_basic' ? randomBytes(32).toString('base64url') : undefined
  const sealed = secret === undefined ? {} : { sealed_secret: await sealedSecret(ask, clientId, secret) }
  await changed(ask, async (db) => {
    await insertClient(db, { ...rowOf(clientId, form), metadata: { ...metadataOf(form), ...sealed } })
    await audit(db, { action: 'client.register', subject: `client/${clientId}` })
  })
  return { clientId, ...(secret !== undefined && { secret }) }
}

/** Returns a secret where the service proves itself by one from now on. */
export async function changeClient(ask: Asks, { clientId, metadata }: Pick<Client, 'clientId' | 'metadata'>, form: ClientForm): Promise<string | undefined> {
  const [before, after] = [metadata['token_endpoint_auth_method'] === 'client_secret_basic', form.authMethod === 'client_secret_basic']
  const secret = after && !before ? randomBytes(32).toString('base64url') : undefined
  const sealed = secret === undefined ? {} : { sealed_secret: await sealedSecret(ask, clientId, secret) }
  await changed(ask, async (db) => {
    await updateClient(db, { ...rowOf(clientId, form), metadata: { ...metadataOf(form), ...sealed } }, before && after)
    await audit(db, { action: 'client.change', subject: `client/${clientId}` })
  })
  return secret
}

/** The old secret ends at this moment: whoever needs both for a while registers a second client. */
export async function newSecret(ask: Asks, clientId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const sealed = await sealedSecret(ask, clientId, secret)
  await changed(ask, async (db) => {
    await saveSecret(db, clientId, sealed)
    await audit(db, { action: 'client.new-secret', subject: `client/${clientId}` })
  })
  return secret
}

/** Off: nobody signs in for it any more, and its tokens end. */
export async function switchClient(ask: Asks, clientId: string, on: boolean): Promise<void> {
  await changed(ask, async (db) => {
    await setClientDisabled(db, clientId, on ? null : db.now)
    if (!on) await deleteArtifactsOfClient(db, clientId)
    await audit(db, { action: on ? 'client.enable' : 'client.disable', subject: `client/${clientId}` })
  })
}

// The provider of this process asks anew at once.
async function changed(ask: Pick<Ask, 'write' | 'platform'>, work: (db: UnitOfWork) => Promise<void>): Promise<void> {
  await ask.write(work)
  forgetClients(ask.platform)
}

const sealedSecret = async ({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>, clientId: string, secret: string): Promise<string> =>
  (await openSeal(platform, 'client-secret')).close(secret, `${tenant.id} ${clientId}`)

const rowOf = (clientId: string, form: ClientForm) => ({ clientId, metadata: metadataOf(form), office: form.office, purpose: form.purpose, legalBasis: form.legalBasis })

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'client'
