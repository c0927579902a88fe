import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isBreached } from './breached.ts'
import { hashLoad, hashPassword, Overloaded, verifyPassword } from './hash.ts'
import { newCode, normalCode } from './one-time-code.ts'
import { isOutdated, presentCost, readPhc, writePhc } from './phc.ts'
import { isComparable, passwordLength, whyNotPassword } from './rules.ts'
import { whyWeak } from './strength.ts'
import { isOutOfTime, newTotpSecret, stepAt, stepOfTotp, totpAddress, totpOf } from './totp.ts'
import { userNameKey, whyNotUserName } from './user-name.ts'

test('one-time passwords are those of RFC 6238, appendix B', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' // "12345678901234567890"
  // The RFC prints eight digits; six are their end.
  const vectors = [[59, '94287082'], [1_111_111_109, '07081804'], [1_111_111_111, '14050471'], [1_234_567_890, '89005924'], [2_000_000_000, '69279037'], [20_000_000_000, '65353130']] as const
  for (const [seconds, eight] of vectors) assert.equal(totpOf(secret, stepAt(new Date(seconds * 1_000))), eight.slice(2))
})

test('a one-time password counts once, in its own time step and in the two beside it', () => {
  const secret = newTotpSecret()
  const now = new Date('2026-03-10T09:00:10Z')
  const at = stepAt(now)
  for (const skew of [-1, 0, 1]) assert.equal(stepOfTotp(secret, totpOf(secret, at + skew), now, 0), at + skew)
  for (const skew of [-10, -2, 2, 10]) {
    assert.equal(stepOfTotp(secret, totpOf(secret, at + skew), now, 0), undefined, 'five minutes of skew are too many')
    assert.equal(isOutOfTime(secret, totpOf(secret, at + skew), now), true, 'but can be told')
  }
  for (const skew of [-11, 0, 11]) assert.equal(isOutOfTime(secret, totpOf(secret, at + skew), now), false)
  assert.equal(stepOfTotp(secret, totpOf(secret, at), now, at), undefined, 'used')
  assert.equal(stepOfTotp(secret, ` ${totpOf(secret, at).slice(0, 3)} ${totpOf(secret, at).slice(3)}`, now, 0), at, 'blanks do not matter')
  for (const bad of ['', '12345', '1234567', '１２３４５６', "' or 1=1"]) assert.equal(stepOfTotp(secret, bad, now, 0), undefined)
  assert.match(totpAddress(secret, 'Stadt Erlenau', 'anna'), new RegExp(`^otpauth://totp/Stadt%20Erlenau:anna\\?.*secret=${secret}`))
})

test('a hash is Argon2id in a PHC string, fits its password only, and tells when it was made at another cost', async () => {
  const stored = await hashPassword('drei blaue Elefanten')
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.deepEqual(await verifyPassword('drei blaue Elefanten', stored), { fits: true, outdated: false })
  assert.deepEqual(await verifyPassword('drei blaue Elefantem', stored), { fits: false, outdated: false })
  // RFC 9106's own example needs a secret key; this one was made with the reference program: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
  const foreign = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.deepEqual(await verifyPassword('password', foreign), { fits: true, outdated: true })
  assert.notEqual(await hashPassword('drei blaue Elefanten'), stored, 'each hash has a salt of its own')
  // NFKC: the same letters typed on another keyboard.
  assert.equal((await verifyPassword('Gr\u0075\u0308ne Wiese 12', await hashPassword('Gr\u00fcne Wiese 12'))).fits, true)
})

test('a name that nobody has costs one hash, too, and no password fits it', async () => {
  const before = hashLoad().running
  const checking = verifyPassword('irgendein Passwort', undefined)
  assert.equal(hashLoad().running, before + 1, 'the same work is under way')
  assert.deepEqual(await checking, { fits: false, outdated: false })
  for (const broken of ['', 'x', '$argon2id$v=19$m=1,t=0,p=0$c29tZXNhbHQ$c29tZXNhbHQ', '$2b$10$abcdefghijklmnopqrstuu']) assert.equal((await verifyPassword('irgendein Passwort', broken)).fits, false)
})

test('only so many hashes run and wait; the next is sent away at once, and afterwards all is as before', async () => {
  const { most } = hashLoad()
  const all = Array.from({ length: most }, () => verifyPassword('x', undefined))
  assert.equal(hashLoad().running + hashLoad().waiting, most)
  assert.ok(hashLoad().running < most)
  await assert.rejects(verifyPassword('x', undefined), Overloaded)
  await Promise.all(all)
  assert.deepEqual({ ...hashLoad(), most: 0 }, { running: 0, waiting: 0, most: 0 })
  await verifyPassword('x', undefined)
})

test('PHC strings survive writing and reading', () => {
  const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max }).map((read) => Buffer.from(read))
  fc.assert(
    fc.property(fc.integer({ min: 64, max: 1_048_576 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 8 }), bytes(9, 60), bytes(16, 120), (memory, passes, parallelism, salt, hash) => {
      const phc = { memory, passes, parallelism, salt, hash }
      assert.deepEqual(readPhc(writePhc(phc)), phc)
    }),
    { numRuns: 200 },
  )
  assert.equal(isOutdated(presentCost), false)
  assert.equal(readPhc('$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'), undefined, 'nobody makes us pay any price')
})

test('the form of a password: 10 to 200 signs, no control signs, and a megabyte is refused before any work', () => {
  assert.equal(whyNotPassword('neun Sign'), 'password-too-short')
  assert.equal(whyNotPassword('zehn Signs'), undefined)
  assert.equal(whyNotPassword('👩‍👩‍👧 ist sieben'), undefined, 'a joined sign counts as its parts')
  assert.equal(whyNotPassword('x'.repeat(passwordLength.max)), undefined)
  assert.equal(whyNotPassword('x'.repeat(passwordLength.max + 1)), 'password-too-long')
  assert.equal(whyNotPassword('x'.repeat(1_000_000)), 'password-too-long')
  for (const bad of ['drei\u0000Elefanten', 'drei\nElefanten', 'drei\u007fElefanten']) assert.equal(whyNotPassword(bad), 'password-signs')
  assert.equal(isComparable('x'.repeat(1_001)) || isComparable('') || isComparable('a\u0000b'), false)
})

test('what is easily guessed is refused: lists, patterns, and what the person has just told', async () => {
  const own = ['Mia', 'Beispiel', 'mia.beispiel@example.org', 'miab', 'Hohenried']
  for (const weak of ['passwort123', 'Sommer2024!', 'qwertzuiop', '1234567890', 'aaaaaaaaaaaaaaa']) assert.notEqual(await whyWeak(weak, own), undefined, weak)
  for (const personal of ['Mia Beispiel 1', 'Hohenried2026', 'beispiel-mia', 'mia.beispiel@example.org']) assert.equal(await whyWeak(personal, own), 'password-personal', personal)
  for (const good of ['Blumenwiese Traktor', 'korrekt pferd batterie', 'xK9$vLq2Wp!zR', 'Grünkohl mit Pinkel']) assert.equal(await whyWeak(good, own), undefined, good)
  assert.equal(await whyWeak('x'.repeat(200), own) !== undefined, true)
})

test('a list of known passwords is searched without reading it, with and without counts, for every password in it and none beside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'known-'))
  const sha = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
  let turn = 0
  const write = (known: readonly string[], count: boolean, end: string) => {
    const file = join(folder, String(turn++))
    writeFileSync(file, known.map(sha).sort().map((hash, at) => (count ? `${hash}:${(at * 7919) % 100_003}` : hash)).join(end) + (turn % 2 ? end : ''))
    return file
  }
  try {
    const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }).map((word) => word.normalize('NFKC')), { minLength: 0, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.string({ minLength: 13, maxLength: 20 }), async (known, count, end, other) => {
        const file = write(known, count, end)
        for (const word of known) assert.equal(await isBreached(word, file), true, word)
        assert.equal(await isBreached(other, file), false)
      }),
      { numRuns: 60 },
    )
    await assert.rejects(isBreached('x', join(folder, 'missing')), /ENOENT/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('sign-in names that look alike are one name, and another script is refused', () => {
  for (const [a, b] of [['Müller', 'muller'], ['anna', 'ANNA'], ['anna1', 'annal'], ['b0b', 'bob'], ['straße', 'strasse'], ['ａｎｎａ', 'anna'], ['José', 'jose']] as const) assert.equal(userNameKey(a), userNameKey(b), `${a} ${b}`)
  for (const foreign of ['аnna' /* Cyrillic а */, 'αλφα', 'paypаl', '安娜安娜', 'anna\u0430', 'ıris']) assert.equal(whyNotUserName(foreign), 'user-name-script', foreign)
  for (const signs of ['anna\u0000b', 'anna b', 'an\u200bna', 'anna@example.org', '.anna', 'anna-', 'a..b', 'anna\u202egpj', "o'hara", '<b>x</b>']) assert.notEqual(whyNotUserName(signs), undefined, JSON.stringify(signs))
  for (const length of ['', 'ab', 'x'.repeat(41), 'x'.repeat(1_000_000)]) assert.equal(whyNotUserName(length), 'user-name-length')
  for (const good of ['anna', 'anna.schmidt', 'o_o', 'øystein', 'Łukasz-2']) assert.equal(whyNotUserName(good), undefined, good)
})

test('the key of a name is the key of its key, and holds plain signs only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 45 }), (name) => {
      const key = userNameKey(name)
      if (key === undefined) return
      assert.match(key, /^[a-z2-9._-]+$/)
      assert.equal(userNameKey(key), key)
      assert.equal(userNameKey(name.toUpperCase().toLowerCase()), key)
    }),
    { numRuns: 500 },
  )
})

test('codes for typing have no signs that look alike, and capitals and groups make no difference', () => {
  for (const length of [8, 12, 16] as const) {
    const code = newCode(length)
    assert.match(code, /^[2-9A-HJKMNP-TV-Z-]+$/)
    assert.equal(normalCode(code).length, length)
    assert.equal(normalCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), normalCode(code))
  }
  assert.equal(new Set(Array.from({ length: 500 }, () => newCode(8))).size, 500)
})
