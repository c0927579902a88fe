import type { DatasetSeries } from '../dcat/schema.ts'
import { frequencies } from '../vocabulary/lists.ts'
import { checkMarks, isOfHighValue } from './high-value.ts'
import { checkAgent, checkContacts, checkPeriods } from './parts.ts'
import { fromList, newReport, saysSomething } from './report.ts'
import type { CheckFinding } from './schema.ts'

/** dcat:DatasetSeries in DCAT-AP.de 3.0: title, description and publisher; both marks when it is of high value. */
export function checkSeries(series: DatasetSeries): readonly CheckFinding[] {
  const report = newReport()
  if (!saysSomething(series.title)) report.violation('title-missing', 'title')
  if (!saysSomething(series.description)) report.violation('description-missing', 'description')
  if (series.publisher) checkAgent(report, 'publisher', series.publisher)
  else report.violation('publisher-missing', 'publisher')
  checkContacts(report, series.contactPoint)
  checkPeriods(report, series.temporal)
  fromList(report.violation, 'frequency-unknown', 'accrualPeriodicity', frequencies, series.accrualPeriodicity)
  if (isOfHighValue(series)) checkMarks(report, '', series)
  return report.findings
}
