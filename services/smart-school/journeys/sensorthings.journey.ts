import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['smart-school'] })

journey('Somebody who writes programs finds the interface, tries its questions and sees what of the standard is proved', { javascript: false }, async ({ page, step }) => {
  const address = town.url('/smart-school/sensorthings', 'aachen')
  await step('opens the page and reads how it begins', async () => {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: /SensorThings/ }).waitFor()
    assert.ok((await page.getByRole('region', { name: 'Zum Ausprobieren' }).getByRole('link').count()) >= 6)
  })
  await step('tries every question of the page', async () => {
    const links = await page.getByRole('region', { name: 'Zum Ausprobieren' }).getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    for (const each of addresses) {
      const answer = await page.goto(String(each))
      assert.equal(answer?.status(), 200, String(each))
    }
    const answer = await page.goto(String(addresses[0]))
    const { value } = JSON.parse((await answer?.text()) ?? '') as { value: { name: string }[] } // the shape of the standard
    assert.ok(value.length > 0, 'the demonstration has things')
    await page.goto(address)
  })
  await step('sees which tests stand for a class', async () => {
    const proved = await page.getByRole('region', { name: 'Was von der Norm erfüllt ist' }).innerText()
    assert.match(proved, /create-update-delete[\s\S]*write\.test\.ts/)
  })
})
