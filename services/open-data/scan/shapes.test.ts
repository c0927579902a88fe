import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isIban, isTaxId } from './numbers.ts'
import { hasAddress, isFullName, isIp, isPersonalMail, isPhone, isPlate, mask, namesPeople } from './shapes.ts'

const all = (check: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void => {
  for (const text of yes) assert.ok(check(text), `should be found: ${text}`)
  for (const text of no) assert.ok(!check(text), `should not be found: ${text}`)
}

test('an IBAN by its check digits', () => all(isIban, ['DE89 3704 0044 0532 0130 00', 'GB82WEST12345698765432'], ['DE89 3704 0044 0532 0130 01', 'DE12', 'AC0123456789012345']))
test('a tax number by its repeated digit and its check digit', () => all(isTaxId, ['86095742719', '47036892816', '65929970489'], ['12345678901', '00095742719', '86095742718', '11111111111']))
test('mail of people, not of offices', () => all(isPersonalMail, ['erika.mustermann@example.org', 'kontakt: e.muster@example.org'], ['info@example.org', 'umweltamt@example.org', 'fb36@example.org', 'ohne klammeraffe']))
test('telephone numbers', () => all(isPhone, ['0241 432-7200', '+49 170 1234567', '0170/1234567', '(0241) 47 11 08'], ['12345', '2024-01-31', '0,75', '5315000', '1.234.567']))
test('number plates', () => all(isPlate, ['AC-AB 123', 'K XY 1', 'B-E 1234E'], ['A-1', '2024', 'Abc-De 12']))
test('addresses of the network', () => all(isIp, ['192.168.1.14', '2001:db8:85a3:0:0:8a2e:370:7334'], ['1.2.3', '12:30:00', '300.1.1.1']))
test('addresses with a house number', () => all(hasAddress, ['Krefelder Straße 12a', 'Am Markt 1', 'Hauptstr. 7'], ['Krefelder Straße', 'Bezirk 12', 'Wert 5']))
test('names of people, not of schools and streets', () =>
  all(isFullName, ['Erika Mustermann', 'Mustermann, Erika', 'Dr. Hans-Peter von der Lühe', 'Ayşe Yılmaz'], ['Anna-Schule', 'Karl Marx Allee', 'Heinrich Müller GmbH', 'Stadt Aachen', 'Mitte Nord', 'Eva']))
test('a text for the public names nobody', () =>
  all(namesPeople, ['Bitte fragen Sie Frau Beispiel.', 'Auskunft gibt Peter Muster.', 'Mehr unter e.muster@example.org'], ['In Gebieten mit weniger als fünf Personen lassen sich Einzelne erkennen.', 'Die Karte zeigt Leitungen der Wasserversorgung.']))

test('a masked value keeps its first letter and its length only', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 28, unit: fc.constantFrom(...'abcdefghijKLMNO123456 @.-') }), (text) => {
      const plain = text.trim()
      const shown = mask(text)
      assert.equal([...shown].length, [...plain].length)
      assert.ok(![...shown].slice(1).some((sign) => /[\p{L}\p{N}]/u.test(sign)), shown)
    }),
  )
})

test('one wrong digit of an IBAN is always noticed', () => {
  const good = 'DE89370400440532013000'
  fc.assert(
    fc.property(fc.integer({ min: 4, max: good.length - 1 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const changed = good.slice(0, at) + digit + good.slice(at + 1)
      assert.equal(isIban(changed), changed === good)
    }),
  )
})
