import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { figuresOf } from '../yearbook/figures.ts'
import { keepForeword, publishYearbook } from '../yearbook/publish.ts'
import { findYearbook } from '../yearbook/queries.ts'

const forewords: Readonly<Record<string, string>> = {
  aachen: `Dieses Vorwort ist ein erfundenes Beispiel. Es zeigt, wie ein Projektbüro sein Jahr beschreibt.

## Was gelungen ist

- Die Ergebnisse der Projekte sind so beschrieben, dass andere sie **übernehmen** können.
- Jede Zahl auf den folgenden Seiten ist gezählt und nicht geschätzt.

## Was wir gelernt haben

Ein Projekt ist erst fertig, wenn eine zweite Stadt damit arbeitet. Darum fragt das Projektbüro nach jedem Abschluss, was die Übernahme gekostet hat.`,
  hohenried: `Dieses Vorwort ist ein erfundenes Beispiel.

Hohenried hat kein eigenes Förderprogramm. Wir übernehmen, was andere entwickelt haben, und schreiben auf, was dabei geholfen hat.`,
}

/** The published yearbook of last year in two towns. Repeatable: a published one stays as it is. */
export async function seedYearbook(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const foreword = forewords[tenant.id]
  if (foreword === undefined) return
  const year = Number(localDate(now).slice(0, 4)) - 1
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'portfolio', access, now }, work)
  if ((await unit('read', (db) => findYearbook(db, year)))?.publishedAt) return
  const figures = await figuresOf({ platform, tenant, now }, year)
  await unit('write', async (db) => {
    await keepForeword(db, year, foreword)
    await publishYearbook(db, figures)
  })
}
