import { instantAt, localTime, plainDate } from '@modellregion/standards'

/** The moment of a day and a clock's time; undefined for one that the clocks skip on that day, which no clock has shown. */
export function momentOf(day: string, time: string): Date | undefined {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number)
  const at = instantAt(plainDate(day), hour, minute)
  const local = localTime(at)
  return local.hour === hour && local.minute === minute ? at : undefined
}
