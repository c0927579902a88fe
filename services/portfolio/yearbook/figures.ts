import type { Platform, Tenant } from '@modellregion/kernel'
import { addDays, instantAt, localDate, plainDateOf } from '@modellregion/standards'
import { scoresOf } from '../adoption/evidence.ts'
import { countAdoptions } from '../adoption/queries.ts'
import { listAccountTotals } from '../grant/queries.ts'
import { countOfYear } from '../network/queries.ts'
import { listProjects } from '../programme/queries.ts'
import { listBeginnings, listFreshEntries, listMoneyBetween, listNamedAdoptions, listPublicEntries, listStepsBetween } from './queries.ts'
import { concerns } from './rules.ts'
import type { YearFigures } from './schema.ts'

const leaders = 10

/** Counts a calendar year of the town from all parts of the service, as they are at this moment. Only what is public or a sum comes in. */
export async function figuresOf({ platform, tenant, now }: { readonly platform: Platform; readonly tenant: Pick<Tenant, 'id'>; readonly now: Date }, year: number): Promise<YearFigures> {
  const days = { from: plainDateOf(year, 1, 1), until: plainDateOf(year, 12, 31) }
  const [begins, ends] = [instantAt(days.from), instantAt(addDays(days.until, 1))]
  const found = await platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'read', now }, async (db) => ({
    projects: await listProjects(db),
    steps: await listStepsBetween(db, days),
    beginnings: new Map((await listBeginnings(db)).map(({ slug, on }) => [slug, on])),
    accounts: await listAccountTotals(db),
    money: await listMoneyBetween(db, days),
    entries: await listFreshEntries(db, begins, ends),
    counted: await countAdoptions(db, days),
    named: await listNamedAdoptions(db, days),
    network: await countOfYear(db, year),
    shelf: await listPublicEntries(db),
  }))
  const scores = await scoresOf(platform, found.shelf.map(({ id }) => id), now)
  const nameOf = (town: string): string => platform.directory.byId(town)?.name ?? town
  return {
    year,
    standOn: localDate(now),
    projects: found.projects
      .filter((project) => project.isPublic && concerns(project, days.until, found.beginnings.get(project.slug)))
      .map(({ slug, name, stage, partners, startsOn, endsOn, originalEndsOn, grantCents, kind, origin }) => {
        const account = found.accounts.find(({ project }) => project === slug)
        const money = found.money.find(({ project }) => project === slug)
        return {
          slug,
          name,
          stage,
          partners: partners.map((partner) => partner.name),
          startsOn,
          endsOn,
          originalEndsOn,
          grantCents,
          isOffice: kind === 'office',
          isInvented: origin === 'invented',
          reached: found.steps.filter((step) => step.slug === slug).map((step) => ({ stage: step.stage, on: step.on })),
          money: account ? { granted: account.granted, paid: money?.paid ?? 0, booked: money?.booked ?? 0 } : null,
        }
      }),
    entries: found.entries,
    adoptions: { ...found.counted, named: found.named.map((one) => ({ ...one, town: nameOf(one.town) })) },
    network: found.network,
    leaders: found.shelf
      .map(({ id, title }) => ({ id, title, score: scores.get(id)?.score ?? 0, towns: scores.get(id)?.towns ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, leaders),
  }
}
