/** A codec that comes with the platform: a program, and what is put before it as `model`. Decentlab's models stand in decentlab.json. */
export type Shipped = { readonly id: string; readonly maker: string; readonly name: string; readonly model: string; readonly file: string; readonly settings?: unknown; readonly version?: number }

const elsys = (model: string, what: string): Shipped => ({ id: `elsys-${model.toLowerCase().replaceAll(' ', '-')}`, maker: 'ELSYS', name: `ELSYS ${model} (${what})`, model, file: 'elsys.js' })

type MilesightModel = { readonly switch?: 'leak' | 'contact' | 'gpio' | 'pir'; readonly channel?: number; readonly stored: readonly string[]; readonly probe?: string }
const milesight = (model: string, what: string, settings: MilesightModel): Shipped => ({ id: `milesight-${model.toLowerCase()}`, maker: 'Milesight', name: `Milesight ${model} (${what})`, model, file: 'milesight.js', settings, version: 2 })
const climate = ['temperature', 'humidity'] as const

const dragino = (model: string, what: string): Shipped => ({ id: `dragino-${model.toLowerCase()}`, maker: 'Dragino', name: `Dragino ${model} (${what})`, model, file: 'dragino.js', settings: model })
const browan = (model: string, name: string): Shipped => ({ id: `browan-${model}`, maker: model.startsWith('merryiot') ? 'MerryIoT' : 'Browan', name, model, file: 'browan.js', settings: model })

export const catalogue: readonly Shipped[] = [
  elsys('ERS CO2', 'Luft, Licht, Bewegung'),
  elsys('ERS CO2 Lite', 'Luft'),
  elsys('ERS', 'Klima, Licht, Bewegung'),
  elsys('ERS Lite', 'Klima'),
  elsys('ERS Eye', 'Klima, Belegung'),
  elsys('ERS Sound', 'Klima, Lautstärke'),
  elsys('ERS VOC', 'Klima, flüchtige Stoffe'),
  elsys('EMS', 'Klima, Wasser, Kontakt'),
  elsys('EMS Door', 'Türkontakt'),
  elsys('ELT 2', 'Eingänge, Impulse, Luftdruck'),
  milesight('AM102', 'Klima', { stored: climate }),
  milesight('AM102-L', 'Klima', { stored: climate }),
  milesight('AM307', 'Luft, Licht, Bewegung', { switch: 'pir', channel: 5, stored: ['temperature', 'humidity16', 'pir', 'light', 'co2', 'tvoc', 'pressure'] }),
  milesight('EM300-TH', 'Klima', { stored: climate }),
  milesight('EM320-TH', 'Klima', { stored: climate }),
  milesight('EM300-MCS', 'Klima, Kontakt', { switch: 'contact', channel: 6, stored: [...climate, 'contact'] }),
  milesight('EM300-MLD', 'Wasser am Boden', { switch: 'leak', channel: 5, stored: ['temperature', 'humidity', 'leak'] }),
  milesight('EM300-SLD-ZLD', 'Klima, Wasser am Boden', { switch: 'leak', channel: 5, stored: [...climate, 'leak'] }),
  milesight('EM300-DI', 'Klima, Impulse', { switch: 'gpio', channel: 5, stored: climate }),
  milesight('EM500-PT100', 'Temperatur an Rohren', { stored: ['temperature'], probe: 'waterTemperature' }),
  dragino('LHT65N', 'Klima, äußerer Fühler'),
  dragino('LDS02', 'Türkontakt'),
  dragino('LWL02', 'Wasser am Boden'),
  dragino('LDDS75', 'Abstand'),
  dragino('LT-22222-L', 'Ein- und Ausgänge'),
  browan('merryiot-cd10', 'MerryIoT CD10 (CO₂)'),
  browan('merryiot-dw10', 'MerryIoT DW10 (Tür, Fenster)'),
  browan('tabs-tbhh100', 'Browan TBHH100 (Klima)'),
  browan('tabs-tbms100', 'Browan TBMS100 (Bewegung)'),
  { id: 'mclimate-vicki', maker: 'MClimate', name: 'MClimate Vicki (Heizkörperventil)', model: 'Vicki', file: 'mclimate.js', settings: 'vicki' },
  { id: 'mclimate-ht-sensor', maker: 'MClimate', name: 'MClimate HT Sensor (Klima)', model: 'HT Sensor', file: 'mclimate.js', settings: 'ht-sensor' },
]
