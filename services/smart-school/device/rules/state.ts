import type { Device } from '../../store/schema.ts'

/** Below this charge somebody should bring a battery on the next visit. */
export const lowBattery = 20
/** So many times the expected interval without a frame is silence: one lost frame is ordinary in LoRaWAN, three are not. */
export const silentAfterIntervals = 4

export type DeviceState = { readonly silent: boolean; readonly neverSeen: boolean; readonly batteryLow: boolean }

/** What is wrong with a device at a moment. Retired and stored ones are never silent. */
export function stateOfDevice(device: Pick<Device, 'lastSeenAt' | 'expectedMinutes' | 'batteryPercent' | 'state'>, now: Date): DeviceState {
  const { lastSeenAt, expectedMinutes, batteryPercent, state } = device
  const age = lastSeenAt ? (now.getTime() - lastSeenAt.getTime()) / 60_000 : Infinity
  return { silent: state === 'active' && lastSeenAt !== null && age > silentAfterIntervals * expectedMinutes, neverSeen: lastSeenAt === null, batteryLow: state === 'active' && batteryPercent !== null && batteryPercent < lowBattery }
}

/** Sixteen hexadecimal digits, in any of the spellings of labels and programs: `02-AC-5C…`, `02:ac:…`, with blanks. Undefined when it is none. */
export function readDevEui(text: string): string | undefined {
  const digits = text.trim().replace(/^0x/i, '').replace(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{16}$/.test(digits) ? digits : undefined
}

/** `02ac 5c00 0001 0001`: groups that a person can compare with a label. */
export const showDevEui = (devEui: string): string => devEui.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
