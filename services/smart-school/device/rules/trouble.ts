import type { QuarantineReason } from '../../ingest/schema.ts'
import type { Device } from '../../store/schema.ts'
import type { DeviceState } from './state.ts'

/** What somebody has to see to, the weightiest first: what gives no values, what gives wrong ones, what will soon give none. */
export const troubles = ['silent', 'clock', 'quarantine', 'no-codec', 'not-mounted', 'never', 'battery'] as const
export type Trouble = (typeof troubles)[number]

/** Why something of a device was refused lately. */
export type Refused = { readonly devEui: string; readonly reason: QuarantineReason; readonly lastAt: Date }
/** Days for which a refusal stands beside its device. */
export const refusedDays = 7

/** Said by other words of the list, or none of the device's own faults. */
const saidElsewhere: ReadonlySet<QuarantineReason> = new Set(['not-mounted', 'clock', 'forged-topic', 'retained', 'unknown-topic'])
/** Refusals for which the device, its codec or its source has to be looked at. */
export const refusalsToSee = (refused: readonly Refused[]): Refused[] => refused.filter(({ reason }) => !saidElsewhere.has(reason))

/** Everything that is wrong with a device, the weightiest first. What is in stock or retired is in nobody's way. */
export function troublesOf(device: Pick<Device, 'state' | 'codec'>, { silent, neverSeen, batteryLow }: DeviceState, mounted: boolean, refused: readonly Refused[]): Trouble[] {
  if (device.state !== 'active') return []
  const is: Readonly<Record<Trouble, boolean>> = {
    silent,
    clock: refused.some(({ reason }) => reason === 'clock'),
    quarantine: refusalsToSee(refused).length > 0,
    'no-codec': device.codec === null,
    'not-mounted': !mounted,
    never: neverSeen,
    battery: batteryLow,
  }
  return troubles.filter((trouble) => is[trouble])
}

/** Puts what is in trouble first, the weightier trouble before the lighter one, more before fewer; the rest keeps its order. */
export const troubledFirst = <Row extends { readonly troubles: readonly Trouble[] }>(rows: readonly Row[]): Row[] => rows.toSorted((a, b) => weightOf(a) - weightOf(b) || b.troubles.length - a.troubles.length)

const weightOf = ({ troubles: [first] }: { readonly troubles: readonly Trouble[] }): number => (first === undefined ? troubles.length : troubles.indexOf(first))
