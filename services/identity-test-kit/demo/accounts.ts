/** An invented account at BundID and how its owner signs in there. */
export type Account = {
  key: string
  way: 'password' | 'elster' | 'eid'
  givenNames: string
  familyName: string
  birthDate: string
  email: string
  address: { street: string; postcode: string; place: string }
  bpk2: string
}

export const accounts: readonly Account[] = [
  { key: 'jonas', way: 'password', givenNames: 'Jonas', familyName: 'Probe', birthDate: '1999-01-15', email: 'jonas.probe@example.org', address: { street: 'Hafenstraße 2', postcode: '52070', place: 'Aachen' }, bpk2: 'SIMULATOR-BPK2-0001' },
  { key: 'samira', way: 'elster', givenNames: 'Samira', familyName: 'Muster', birthDate: '1983-09-27', email: 'samira.muster@example.org', address: { street: 'Kirchgasse 11', postcode: '52072', place: 'Aachen' }, bpk2: 'SIMULATOR-BPK2-0002' },
  { key: 'mia', way: 'eid', givenNames: 'Mia Luise', familyName: 'Beispiel', birthDate: '1991-03-04', email: 'mia.beispiel@example.org', address: { street: 'Lindenweg 3', postcode: '52062', place: 'Aachen' }, bpk2: 'SIMULATOR-BPK2-0003' },
]
