export const signIn = {
  'sign-in.title': 'Anmelden',
  'sign-in.demo': 'Vorführung: ohne Konto ausprobieren',
  'sign-in.demo-enter': (p: { name: string }) => `Als ${p.name} anmelden`,
}
