import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arsWithoutAssociation, distanceMetres } from '@modellregion/standards'
import { boundaryOf, findMunicipality, findPostcode, geocode, municipalities, municipalityAt, municipalityOfPostcode, postcodesOf, readAddress, within } from './index.ts'

test('every municipality of North Rhine-Westphalia has keys that agree, a boundary and its centre nearby', () => {
  assert.equal(municipalities().length, 396)
  for (const town of municipalities()) {
    assert.match(town.ags, /^05\d{6}$/)
    assert.equal(town.ars, arsWithoutAssociation(town.ags), town.name)
    assert.ok(boundaryOf(town.ags), town.name)
    assert.ok(town.population > 1_000 && town.areaKm2 > 10, town.name)
  }
  const centresInside = municipalities().filter((town) => municipalityAt(town.position)?.ags === town.ags)
  assert.ok(centresInside.length >= 390, `${centresInside.length} of 396 centres lie inside their own boundary`)
})

test('a municipality is found by today’s key, a withdrawn one, and its name however spelled', () => {
  for (const asked of ['05334002', '053340002002', '05313000', '5334002', 'Aachen', 'Stadt Aachen', 'AACHEN']) assert.equal(findMunicipality(asked)?.ags, '05334002', asked)
  assert.equal(findMunicipality('Koeln')?.name, 'Köln')
  assert.equal(findMunicipality('Duesseldorf')?.ags, '05111000')
  for (const asked of ['Lindenhafen', '', '99000001', '0533400']) assert.equal(findMunicipality(asked), undefined, asked)
})

test('positions belong to one municipality, and none abroad', () => {
  assert.equal(municipalityAt([6.0839, 50.7753])?.name, 'Aachen')
  assert.equal(municipalityAt([6.958, 50.9413])?.name, 'Köln')
  assert.equal(municipalityAt([5.6909, 50.8514]), undefined) // Maastricht
})

test('postcodes know their places and their municipality', () => {
  assert.equal(findPostcode(' D-52062 ')?.places[0]?.name, 'Aachen')
  assert.equal(findPostcode('01067')?.places[0]?.state, 'Sachsen')
  for (const asked of ['00000', '5206', 'Aachen', '99999']) assert.equal(findPostcode(asked), undefined, asked)
  for (const asked of ['52062', '52080']) assert.equal(municipalityOfPostcode(asked)?.ags, '05334002', asked)
  assert.equal(municipalityOfPostcode('50667')?.name, 'Köln')
  assert.equal(municipalityOfPostcode('01067'), undefined)
  assert.deepEqual(postcodesOf('Aachen', '05334').map(({ postcode }) => postcode).sort(), ['52062', '52064', '52066', '52068', '52070', '52072', '52074', '52076', '52078', '52080'])
})

test('nearly all towns are found by the postcode of their town hall', () => {
  const found = municipalities().filter((town) => municipalityOfPostcode(town.postcode)?.ags === town.ags)
  assert.ok(found.length >= 385, `${found.length} of 396`)
})

test('addresses are taken apart in the ways people write them', () => {
  assert.deepEqual(readAddress('Jakobstr. 12a, 52064 Aachen'), { street: 'Jakobstr.', number: '12a', postcode: '52064', place: 'Aachen' })
  assert.deepEqual(readAddress('52064 Aachen'), { postcode: '52064', place: 'Aachen' })
  assert.deepEqual(readAddress('Aachen, Markt 1'), { street: 'Markt', number: '1', place: 'Aachen' })
  assert.deepEqual(readAddress('Straße des 17. Juni 135'), { street: 'Straße des 17. Juni', number: '135' })
  assert.deepEqual(readAddress('Jakobstraße 5 - 7 52064 Aachen'), { street: 'Jakobstraße', number: '5-7', postcode: '52064', place: 'Aachen' })
  assert.deepEqual(readAddress(''), {})
})

test('addresses of central Aachen are found to the house, elsewhere to the postcode', () => {
  const [hit] = geocode('Jakobstr. 12, Aachen')
  assert.equal(hit?.precision, 'address')
  assert.match(hit?.label ?? '', /^Jakobstraße 12, 52\d{3} Aachen$/)
  assert.ok(distanceMetres(hit?.position ?? [0, 0], [6.0803, 50.7745]) < 500)
  assert.equal(geocode('Jakopstraße 12')[0]?.label, hit?.label)
  assert.equal(geocode('Jakobstraße 9999')[0]?.precision, 'street')
  assert.deepEqual(geocode('Hohe Straße 1, 50667 Köln').map(({ precision, label }) => [precision, label.slice(0, 5)]), [['postcode', '50667']])
  assert.equal(geocode('Monschau')[0]?.precision, 'place')
  assert.deepEqual(geocode('zzzz qqqq'), [])
  assert.deepEqual(geocode(''), [])
})

test('a circle keeps what lies inside, nearest first, with whole distances', () => {
  const towns = within([6.0839, 50.7753], 20, municipalities(), ({ position }) => position)
  assert.equal(towns[0]?.item.name, 'Aachen')
  assert.ok(towns.some(({ item }) => item.name === 'Herzogenrath') && !towns.some(({ item }) => item.name === 'Köln'))
  assert.deepEqual(towns.map(({ metres }) => metres), towns.map(({ metres }) => metres).toSorted((a, b) => a - b))
  const all = municipalities().filter(({ position }) => distanceMetres([6.0839, 50.7753], position) <= 20_000)
  assert.equal(towns.length, all.length)
  assert.deepEqual(within([0, 0], 1, [undefined], (nothing) => nothing), [])
})
