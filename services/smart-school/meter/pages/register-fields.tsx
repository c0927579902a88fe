import { Radios, Select, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { byHand, obisOf, registerKinds } from '../rules/registers.ts'
import { readingUnits, type MeterPoint, type Register } from '../schema.ts'

/** What a register is called: high tariff (1.8.1). */
export const nameOfRegister = (t: PageT, code: string, quantity: MeterPoint['quantity']): string => {
  const obis = quantity === 'electricity' ? obisOf(code) : null
  const name = t.find(`meter.code.${code}`) ?? code
  return obis === null ? name : `${name} (${obis})`
}

/** `current`: what is known already; `channels`: what devices have told here. */
type Props = { t: PageT; point: MeterPoint; current: Partial<Register>; channels: readonly string[]; kinds: readonly string[]; typed: Typed; errors: FormErrors }

/** The fields about one register of a meter. */
export function RegisterFields({ t, point, current, channels, kinds, typed, errors }: Props) {
  const value = (name: keyof Register): string => (name in typed ? typedOf(typed, name) : current[name] === null || current[name] === undefined ? '' : String(current[name]).replace('.', ','))
  const optional = t('form.optional')
  const units = point.quantity === 'water' || point.quantity === 'gas' ? (['m3', 'l', 'pulse'] as const) : readingUnits.filter((unit) => unit !== 'm3' && unit !== 'l')
  const kind = 'kind' in typed ? typedOf(typed, 'kind') : (current.code ?? '')
  const channel = 'channel' in typed ? typedOf(typed, 'channel') : (current.channel ?? '')
  const named = [...new Set([...channels, ...(channel === '' || channel === byHand ? [] : [channel])])]
  return (
    <>
      {registerKinds[point.quantity].length > 1 ? (
        <>
          <Radios name="kind" label={t('meter.code')} hint={t('meter.describe.kind-hint')} value={kind} error={errors['kind']} choices={kinds.map((code) => ({ value: code, label: nameOfRegister(t, code, point.quantity) }))} />
          <Select
            name="channel"
            label={t('meter.describe.channel')}
            hint={t('meter.describe.channel-hint')}
            value={channel}
            error={errors['channel']}
            choices={[{ value: '', label: t('meter.describe.channel.rest') }, ...named.map((one) => ({ value: one, label: t('meter.describe.channel.of', { channel: one }) })), { value: byHand, label: t('meter.describe.channel.hand') }]}
          />
        </>
      ) : (
        <input type="hidden" name="kind" value={current.code ?? 'total'} />
      )}
      <TextField name="serial" label={t('meter.describe.serial')} hint={t('meter.exchange.serial-hint')} optional={optional} width={20} value={value('serial')} error={errors['serial']} maxLength={40} />
      <Radios name="unit" label={t('meter.describe.unit')} value={value('unit')} error={errors['unit']} choices={units.map((unit) => ({ value: unit, label: t(`meter.describe.unit.${unit}`) }))} />
      <TextField name="pulsesPerUnit" label={t('meter.describe.pulsesPerUnit')} hint={t('meter.describe.pulsesPerUnit-hint')} optional={optional} width={10} value={value('pulsesPerUnit')} error={errors['pulsesPerUnit']} maxLength={12} />
      <TextField name="factor" label={t('meter.exchange.factor')} hint={t('meter.exchange.factor-hint')} width={10} value={value('factor')} error={errors['factor']} maxLength={10} />
      <TextField name="digitsBefore" label={t('meter.exchange.digitsBefore')} hint={t('meter.exchange.digitsBefore-hint')} optional={optional} numeric width={4} value={value('digitsBefore')} error={errors['digitsBefore']} />
      <TextField name="startReading" label={t('meter.describe.startReading')} hint={t('meter.describe.startReading-hint')} optional={optional} width={10} value={value('startReading')} error={errors['startReading']} maxLength={20} />
      <TextField name="expectedMinutes" label={t('meter.describe.expectedMinutes')} hint={t('meter.describe.expectedMinutes-hint')} numeric width={10} value={value('expectedMinutes')} error={errors['expectedMinutes']} />
      <TextField name="maxPerHour" label={t('meter.describe.maxPerHour')} hint={t('meter.describe.maxPerHour-hint')} optional={optional} width={10} value={value('maxPerHour')} error={errors['maxPerHour']} maxLength={12} />
    </>
  )
}
