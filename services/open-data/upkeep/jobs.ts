import { Type } from 'typebox'
import { defineJob, enqueue, findAccount, type Job } from '@modellregion/kernel'
import { checkAddresses } from './check-addresses.ts'
import { listReaders } from './queries.ts'
import { sendReport } from './report.ts'

/** Every night: do the addresses of the catalogue answer? */
export const addressJob = defineJob({
  name: 'open-data.check-addresses',
  payload: Type.Object({}),
  schedule: '30 0 * * *',
  oneAtATime: true,
  timeoutSeconds: 7_200,
  run: async ({ platform, tenant, signal }) => void (await checkAddresses({ platform, tenant, signal })),
})

/** One letter to one person about one organisation. */
export const reportLetter = defineJob({
  name: 'open-data.report-letter',
  payload: Type.Object({ organisation: Type.String(), account: Type.String() }),
  run: async ({ platform, tenant, now, payload, write }) => {
    // Accounts belong to the platform: a unit of its own reads them.
    const account = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => findAccount(db, payload.account))
    const mail = account?.disabledAt === null ? account.email : null
    if (mail !== null) await write((db) => sendReport(db, platform, tenant, payload.organisation, mail))
  },
})

/** On the first of each month: orders the letters, each once however often this runs. */
export const reportJob = defineJob({
  name: 'open-data.report',
  payload: Type.Object({}),
  schedule: '15 5 1 * *',
  oneAtATime: true,
  run: async ({ now, write }) =>
    await write(async (db) => {
      const month = now.toISOString().slice(0, 7)
      for (const { organisationId, accountId } of await listReaders(db)) await enqueue(db, reportLetter, { organisation: organisationId, account: accountId }, { once: `${month} ${organisationId} ${accountId}` })
    }),
})

export const upkeepJobs: readonly Job[] = [addressJob, reportLetter, reportJob]
