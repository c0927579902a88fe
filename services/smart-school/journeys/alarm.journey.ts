import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['smart-school'] })
const url = (path: string): string => town.url(`/smart-school${path}`, 'aachen')
const signIn = (person: string, path: string) => ({ address: town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${path}`)}`, 'aachen'), form: `form[action$="/demo/${person}"] button` })

journey('A caretaker takes a leak on a telephone, and sees that it is no fire alarm system', { javascript: false, viewport: { width: 360, height: 740 } }, async ({ page, step }) => {
  const { address, form } = signIn('henning', '/school/marienschule-alsdorf/alarms')
  await step('sees what is open', async () => {
    await page.goto(address)
    await page.locator(form).click()
    await page.waitForURL(url('/school/marienschule-alsdorf/alarms'))
    await page.locator('#open-alarms').getByRole('link', { name: /Wasser ausgetreten/ }).click()
  })
  await step('wants it quiet without a reason; that is explained beside the field', async () => {
    await page.locator('summary', { hasText: 'Eine Weile nicht melden' }).click()
    await page.getByLabel('7 Tage').check()
    await page.locator('#reason').fill('na')
    await page.locator('form[action$="/mute"] button').click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#reason').inputValue(), 'na')
    assert.ok(await page.getByLabel('7 Tage').isChecked())
  })
  await step('takes it, with a note', async () => {
    assert.match(await page.locator('main').innerText(), /Sofort handeln/)
    await page.locator('#note').fill('Ventil zugedreht, Firma bestellt')
    await page.getByRole('button', { name: 'Ich kümmere mich' }).click()
    await page.getByRole('status').waitFor()
    assert.match(await page.locator('main').innerText(), /kümmern sich[\s\S]*Ventil zugedreht/)
    assert.equal(await page.getByRole('button', { name: 'Ich kümmere mich' }).count(), 0)
  })
  await step('sees doors and water detectors', async () => {
    await page.goto(url('/school/marienschule-alsdorf/safety'))
    assert.match(await page.locator('main').innerText(), /Bei Feuer:\s112 anrufen/)
    assert.match(await page.locator('#water-table').innerText(), /Wasser/)
    assert.match(await page.locator('main').innerText(), /Ausgeschaltet/)
  })
  await step('wants fewer mails; a wrong time is kept and explained', async () => {
    await page.goto(url('/alarms/settings'))
    await page.locator('#quietFrom').fill('abends')
    await page.locator('#perDay').fill('3')
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#quietFrom').inputValue(), 'abends')
    await page.locator('#quietFrom').fill('17:30')
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click()
    await page.waitForURL(/done=1/)
    assert.equal(await page.locator('#perDay').inputValue(), '3')
  })
  await step('finds the report that proves the silence', async () => {
    await page.goto(url('/school/marienschule-alsdorf/alarms/report'))
    assert.match(await page.locator('main').innerText(), /Paare aus Regel und Kanal/)
  })
  await step('has no way into a school of others', async () => {
    const answer = await page.goto(url('/school/ggs-roetgen/alarms'))
    assert.equal(answer?.status(), 403)
  })
})

journey('A technician sees what a rule would have done before it counts', { javascript: false }, async ({ page, step }) => {
  const { address, form } = signIn('tarik', '/alarms/rules?school=ggs-roetgen')
  await step('opens the rule for one school', async () => {
    await page.goto(address)
    await page.locator(form).click()
    await page.getByRole('link', { name: 'Luft im Unterricht verbraucht' }).click()
    assert.match(await page.locator('main').innerText(), /Gilt nur für die Schule/)
  })
  await step('tries a limit on history; a wrong one is explained beside its field', async () => {
    await page.locator('#on').fill('900')
    await page.locator('#onMinutes').fill('10')
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    assert.match(await page.locator('#off-error').innerText(), /guten Seite/)
    await page.locator('#off').fill('850')
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    assert.match(await page.getByRole('status').innerText(), /hätte in den letzten 30 Tagen \d+ Alarme? ausgelöst/)
  })
  await step('saves it with a reason', async () => {
    await page.getByRole('button', { name: 'Regel speichern' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('#reason').fill('Neue Lüftung, niedrigerer Grenzwert zur Probe')
    await page.getByRole('button', { name: 'Regel speichern' }).click()
    await page.waitForURL(/done=saved/)
    assert.match(await page.locator('#rules').innerText(), /über 900\sppm für 10\sMinuten[\s\S]*eigene Regel dieser Schule/)
  })
})

journey('Somebody without an account reads what is measured, who sees it and for how long', { javascript: false, viewport: { width: 360, height: 740 } }, async ({ page, step }) => {
  await step('reads the page made from the settings', async () => {
    await page.goto(url('/protection'))
    const text = await page.locator('main').innerText()
    assert.match(text, /Gemessen werden Räume und Geräte, nie einzelne Menschen/)
    assert.match(await page.locator('#measured-table').innerText(), /CO₂[\s\S]*rechtzeitig lüften/)
  })
  await step('reads the draft of the impact assessment, also as a file', async () => {
    await page.getByRole('link', { name: 'Folgenabschätzung lesen' }).click()
    assert.match(await page.locator('main').innerText(), /Entwurf aus den Einstellungen, zur rechtlichen Prüfung/)
    const begins = await page.evaluate(async (address) => (await (await fetch(address)).text()).slice(0, 5), url('/protection/assessment.pdf'))
    assert.equal(begins, '%PDF-')
  })
  await step('cannot change anything', async () => {
    await page.goto(url('/protection/settings/co2'))
    assert.equal(await page.getByRole('button', { name: 'Speichern', exact: true }).count(), 0)
  })
})
