import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['smart-school'] })

journey('Somebody who writes programs finds the interface, tries its questions and sees what of the standard is proved', { javascript: false }, async ({ page, step }) => {
  const address = town.url('/smart-school/sensorthings', 'aachen')
  await step('opens the page and reads how it begins', async () => {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: /SensorThings/ }).waitFor()
    assert.ok((await page.getByRole('table').first().getByRole('link').count()) >= 6)
  })
  await step('tries every question of the page', async () => {
    const links = await page.getByRole('table').first().getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    for (const each of addresses) {
      const answer = await page.request.get(String(each))
      assert.equal(answer.status(), 200, `${String(each)}: ${await answer.text()}`)
    }
    const values = (await (await page.request.get(String(addresses[0]))).json()) as { value: { name: string }[] } // the shape of the standard
    assert.ok(values.value.length > 0, 'the demonstration has things')
  })
  await step('sees which tests stand for a class', async () => {
    const row = page.getByRole('row', { name: /create-update-delete/ })
    assert.match(await row.innerText(), /write\.test\.ts/)
  })
})
