import type { FeedText } from '@modellregion/contracts'

/** How values of a quantity belong together over time. A counter only grows (until a meter is exchanged); a state is 1 or 0; an event happens or does not. */
export type QuantityKind = 'gauge' | 'counter' | 'state'

export type Quantity = {
  readonly kind: QuantityKind
  readonly label: FeedText
  /** UCUM code and what people read. States have none. */
  readonly unit?: { readonly ucum: string; readonly symbol: string; readonly name: string; readonly definition: string }
  /** What SensorThings calls the ObservedProperty's `definition`: an address that says what it means. */
  readonly definition: string
  /** What a plausible value is, both ends included. Anything else goes to quarantine. */
  readonly range: readonly [number, number]
  /** Who may read single values unless the school says otherwise; `school` where values tell who was there. */
  readonly audience: 'public' | 'school' | 'staff'
}

const qudt = (name: string): string => `http://qudt.org/vocab/unit/${name}`
const kindOf = (name: string): string => `http://qudt.org/vocab/quantitykind/${name}`
const unit = (ucum: string, symbol: string, name: string, qudtName: string) => ({ ucum, symbol, name, definition: qudt(qudtName) })

const percent = unit('%', '%', 'percent', 'PERCENT')
const celsius = unit('Cel', '°C', 'degree Celsius', 'DEG_C')
const kilowattHour = unit('kW.h', 'kWh', 'kilowatt hour', 'KiloW-HR')
const cubicMetre = unit('m3', 'm³', 'cubic metre', 'M3')
const one = unit('1', '', 'one', 'UNITLESS')

/**
 * Every quantity the platform understands. A codec's `normalizeUplink` gives its values under these names; the names of The Things Network's
 * normalised payload (lorawan-devices, lib/payload.json) are among those that `quantity/normalise.ts` translates.
 */
export const quantities = {
  co2: { kind: 'gauge', label: { de: 'CO₂', en: 'CO₂' }, unit: unit('[ppm]', 'ppm', 'parts per million', 'PPM'), definition: kindOf('AmountOfSubstanceFraction'), range: [0, 10_000], audience: 'school' },
  temperature: { kind: 'gauge', label: { de: 'Temperatur', en: 'temperature' }, unit: celsius, definition: kindOf('CelsiusTemperature'), range: [-40, 85], audience: 'school' },
  humidity: { kind: 'gauge', label: { de: 'Luftfeuchte', en: 'relative humidity' }, unit: percent, definition: kindOf('RelativeHumidity'), range: [0, 100], audience: 'school' },
  pressure: { kind: 'gauge', label: { de: 'Luftdruck', en: 'air pressure' }, unit: unit('hPa', 'hPa', 'hectopascal', 'HectoPA'), definition: kindOf('AtmosphericPressure'), range: [300, 1_200], audience: 'public' },
  light: { kind: 'gauge', label: { de: 'Helligkeit', en: 'illuminance' }, unit: unit('lx', 'lx', 'lux', 'LUX'), definition: kindOf('Illuminance'), range: [0, 200_000], audience: 'school' },
  voc: { kind: 'gauge', label: { de: 'flüchtige Stoffe', en: 'volatile organic compounds' }, unit: unit('[ppb]', 'ppb', 'parts per billion', 'PPB'), definition: kindOf('AmountOfSubstanceFraction'), range: [0, 65_000], audience: 'school' },
  pm25: { kind: 'gauge', label: { de: 'Feinstaub PM2,5', en: 'particulate matter PM2.5' }, unit: unit('ug/m3', 'µg/m³', 'microgram per cubic metre', 'MicroGM-PER-M3'), definition: kindOf('MassConcentration'), range: [0, 10_000], audience: 'public' },
  sound: { kind: 'gauge', label: { de: 'Lautstärke', en: 'sound level' }, unit: unit('dB', 'dB', 'decibel', 'DeciB'), definition: kindOf('SoundPressureLevel'), range: [0, 194], audience: 'school' },
  motion: { kind: 'gauge', label: { de: 'Bewegungen', en: 'movements' }, unit: one, definition: kindOf('Count'), range: [0, 65_535], audience: 'staff' },
  occupancy: { kind: 'state', label: { de: 'belegt', en: 'occupied' }, definition: kindOf('Dimensionless'), range: [0, 1], audience: 'staff' },
  contact: { kind: 'state', label: { de: 'offen', en: 'open' }, definition: kindOf('Dimensionless'), range: [0, 1], audience: 'staff' },
  leak: { kind: 'state', label: { de: 'Wasser ausgetreten', en: 'water leak' }, definition: kindOf('Dimensionless'), range: [0, 1], audience: 'staff' },
  smoke: { kind: 'state', label: { de: 'Rauch gemeldet', en: 'smoke reported' }, definition: kindOf('Dimensionless'), range: [0, 1], audience: 'staff' },
  button: { kind: 'state', label: { de: 'Taste gedrückt', en: 'button pressed' }, definition: kindOf('Dimensionless'), range: [0, 1], audience: 'staff' },
  electricity: { kind: 'counter', label: { de: 'Strom', en: 'electricity' }, unit: kilowattHour, definition: kindOf('Energy'), range: [0, 1e12], audience: 'public' },
  heat: { kind: 'counter', label: { de: 'Wärme', en: 'heat' }, unit: kilowattHour, definition: kindOf('HeatEnergy'), range: [0, 1e12], audience: 'public' },
  gas: { kind: 'counter', label: { de: 'Gas', en: 'gas' }, unit: cubicMetre, definition: kindOf('Volume'), range: [0, 1e12], audience: 'public' },
  water: { kind: 'counter', label: { de: 'Wasser', en: 'water' }, unit: cubicMetre, definition: kindOf('Volume'), range: [0, 1e12], audience: 'public' },
  pulses: { kind: 'counter', label: { de: 'Impulse', en: 'pulses' }, unit: one, definition: kindOf('Count'), range: [0, 4_294_967_295], audience: 'public' },
  power: { kind: 'gauge', label: { de: 'Leistung', en: 'power' }, unit: unit('kW', 'kW', 'kilowatt', 'KiloW'), definition: kindOf('Power'), range: [-100_000, 100_000], audience: 'public' },
  flow: { kind: 'gauge', label: { de: 'Durchfluss', en: 'flow' }, unit: unit('L/min', 'l/min', 'litre per minute', 'L-PER-MIN'), definition: kindOf('VolumeFlowRate'), range: [0, 100_000], audience: 'public' },
  waterTemperature: { kind: 'gauge', label: { de: 'Wassertemperatur', en: 'water temperature' }, unit: celsius, definition: kindOf('CelsiusTemperature'), range: [-10, 120], audience: 'staff' },
  heatingSetpoint: { kind: 'gauge', label: { de: 'Sollwert der Heizung', en: 'heating set point' }, unit: celsius, definition: kindOf('CelsiusTemperature'), range: [0, 40], audience: 'staff' },
  soilMoisture: { kind: 'gauge', label: { de: 'Bodenfeuchte', en: 'soil moisture' }, unit: percent, definition: kindOf('VolumetricWaterContent'), range: [0, 100], audience: 'public' },
  soilTemperature: { kind: 'gauge', label: { de: 'Bodentemperatur', en: 'soil temperature' }, unit: celsius, definition: kindOf('CelsiusTemperature'), range: [-40, 85], audience: 'public' },
  distance: { kind: 'gauge', label: { de: 'Abstand', en: 'distance' }, unit: unit('mm', 'mm', 'millimetre', 'MilliM'), definition: kindOf('Distance'), range: [0, 100_000], audience: 'public' },
  rain: { kind: 'counter', label: { de: 'Niederschlag', en: 'rainfall' }, unit: unit('mm', 'mm', 'millimetre', 'MilliM'), definition: kindOf('Length'), range: [0, 1e9], audience: 'public' },
  windSpeed: { kind: 'gauge', label: { de: 'Windgeschwindigkeit', en: 'wind speed' }, unit: unit('m/s', 'm/s', 'metre per second', 'M-PER-SEC'), definition: kindOf('Speed'), range: [0, 120], audience: 'public' },
  battery: { kind: 'gauge', label: { de: 'Batteriespannung', en: 'battery voltage' }, unit: unit('V', 'V', 'volt', 'V'), definition: kindOf('Voltage'), range: [0, 50], audience: 'staff' },
  batteryPercent: { kind: 'gauge', label: { de: 'Batterieladung', en: 'battery charge' }, unit: percent, definition: kindOf('Dimensionless'), range: [0, 100], audience: 'staff' },
} as const satisfies Record<string, Quantity>

export type QuantityId = keyof typeof quantities

export const isQuantity = (word: string): word is QuantityId => Object.hasOwn(quantities, word)

/** The quantity as the general type, so that optional fields can be asked for. */
export const quantityOf = (id: QuantityId): Quantity => quantities[id]

/** One value that a codec read from an uplink. `channel` tells apart several of one quantity and stays the same for ever: `co2`, `temperature`, `pulses-2`. */
export type Measure = {
  readonly channel: string
  readonly quantity: QuantityId
  /** A finite number; states are 1 or 0. In the quantity's unit. */
  readonly value: number
  /** Seconds before the uplink for values a device had stored; 0 or absent: now. */
  readonly ageSeconds?: number
}
