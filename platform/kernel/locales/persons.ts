/** Nouns for groups of people. Texts never write them: they name the id, so that each town keeps its own way (words.md 1.6). */
type Numbers = { readonly one: string; readonly many: string; readonly 'many-dative': string }
export type PersonForms = {
  readonly en: { readonly one: string; readonly many: string }
  /** null where German has no neutral noun; the pair stands in. */
  readonly neutral: Numbers | null
  readonly pair: Numbers
  /** `{sign}` is the star or the colon. */
  readonly short: { readonly one: string; readonly many: string }
}

export const persons = {
  resident: {
    en: { one: 'resident', many: 'residents' },
    neutral: { one: 'Person aus {town}', many: 'Menschen in {town}', 'many-dative': 'Menschen in {town}' },
    pair: { one: 'Einwohnerin oder Einwohner', many: 'Einwohnerinnen und Einwohner', 'many-dative': 'Einwohnerinnen und Einwohnern' },
    short: { one: 'Einwohner{sign}in', many: 'Einwohner{sign}innen' },
  },
  citizen: {
    en: { one: 'citizen', many: 'citizens' },
    neutral: null,
    pair: { one: 'Bürgerin oder Bürger', many: 'Bürgerinnen und Bürger', 'many-dative': 'Bürgerinnen und Bürgern' },
    short: { one: 'Bürger{sign}in', many: 'Bürger{sign}innen' },
  },
  user: {
    en: { one: 'user', many: 'users' },
    neutral: { one: 'nutzende Person', many: 'Nutzende', 'many-dative': 'Nutzenden' },
    pair: { one: 'Nutzerin oder Nutzer', many: 'Nutzerinnen und Nutzer', 'many-dative': 'Nutzerinnen und Nutzern' },
    short: { one: 'Nutzer{sign}in', many: 'Nutzer{sign}innen' },
  },
  employee: {
    en: { one: 'employee', many: 'employees' },
    neutral: { one: 'beschäftigte Person', many: 'Beschäftigte', 'many-dative': 'Beschäftigten' },
    pair: { one: 'Mitarbeiterin oder Mitarbeiter', many: 'Mitarbeiterinnen und Mitarbeiter', 'many-dative': 'Mitarbeiterinnen und Mitarbeitern' },
    short: { one: 'Mitarbeiter{sign}in', many: 'Mitarbeiter{sign}innen' },
  },
  clerk: {
    en: { one: 'case worker', many: 'case workers' },
    neutral: { one: 'sachbearbeitende Person', many: 'Sachbearbeitende', 'many-dative': 'Sachbearbeitenden' },
    pair: { one: 'Sachbearbeiterin oder Sachbearbeiter', many: 'Sachbearbeiterinnen und Sachbearbeiter', 'many-dative': 'Sachbearbeiterinnen und Sachbearbeitern' },
    short: { one: 'Sachbearbeiter{sign}in', many: 'Sachbearbeiter{sign}innen' },
  },
  applicant: {
    en: { one: 'applicant', many: 'applicants' },
    neutral: { one: 'antragstellende Person', many: 'Antragstellende', 'many-dative': 'Antragstellenden' },
    pair: { one: 'Antragstellerin oder Antragsteller', many: 'Antragstellerinnen und Antragsteller', 'many-dative': 'Antragstellerinnen und Antragstellern' },
    short: { one: 'Antragsteller{sign}in', many: 'Antragsteller{sign}innen' },
  },
  contact: {
    en: { one: 'contact person', many: 'contact persons' },
    neutral: { one: 'Ansprechperson', many: 'Ansprechpersonen', 'many-dative': 'Ansprechpersonen' },
    pair: { one: 'Ansprechpartnerin oder Ansprechpartner', many: 'Ansprechpartnerinnen und Ansprechpartner', 'many-dative': 'Ansprechpartnerinnen und Ansprechpartnern' },
    short: { one: 'Ansprechpartner{sign}in', many: 'Ansprechpartner{sign}innen' },
  },
  participant: {
    en: { one: 'participant', many: 'participants' },
    neutral: { one: 'teilnehmende Person', many: 'Teilnehmende', 'many-dative': 'Teilnehmenden' },
    pair: { one: 'Teilnehmerin oder Teilnehmer', many: 'Teilnehmerinnen und Teilnehmer', 'many-dative': 'Teilnehmerinnen und Teilnehmern' },
    short: { one: 'Teilnehmer{sign}in', many: 'Teilnehmer{sign}innen' },
  },
  teacher: {
    en: { one: 'teacher', many: 'teachers' },
    neutral: { one: 'Lehrkraft', many: 'Lehrkräfte', 'many-dative': 'Lehrkräften' },
    pair: { one: 'Lehrerin oder Lehrer', many: 'Lehrerinnen und Lehrer', 'many-dative': 'Lehrerinnen und Lehrern' },
    short: { one: 'Lehrer{sign}in', many: 'Lehrer{sign}innen' },
  },
  pupil: {
    en: { one: 'pupil', many: 'pupils' },
    neutral: { one: 'lernende Person', many: 'Lernende', 'many-dative': 'Lernenden' },
    pair: { one: 'Schülerin oder Schüler', many: 'Schülerinnen und Schüler', 'many-dative': 'Schülerinnen und Schülern' },
    short: { one: 'Schüler{sign}in', many: 'Schüler{sign}innen' },
  },
  'course-leader': {
    en: { one: 'course leader', many: 'course leaders' },
    neutral: { one: 'Kursleitung', many: 'Kursleitungen', 'many-dative': 'Kursleitungen' },
    pair: { one: 'Kursleiterin oder Kursleiter', many: 'Kursleiterinnen und Kursleiter', 'many-dative': 'Kursleiterinnen und Kursleitern' },
    short: { one: 'Kursleiter{sign}in', many: 'Kursleiter{sign}innen' },
  },
  landlord: {
    en: { one: 'housing provider', many: 'housing providers' },
    neutral: { one: 'wohnungsgebende Person', many: 'Wohnungsgebende', 'many-dative': 'Wohnungsgebenden' },
    pair: { one: 'Vermieterin oder Vermieter', many: 'Vermieterinnen und Vermieter', 'many-dative': 'Vermieterinnen und Vermietern' },
    short: { one: 'Vermieter{sign}in', many: 'Vermieter{sign}innen' },
  },
  'tenant-of-flat': {
    en: { one: 'tenant (of a flat)', many: 'tenants (of a flat)' },
    neutral: { one: 'mietende Person', many: 'Mietende', 'many-dative': 'Mietenden' },
    pair: { one: 'Mieterin oder Mieter', many: 'Mieterinnen und Mieter', 'many-dative': 'Mieterinnen und Mietern' },
    short: { one: 'Mieter{sign}in', many: 'Mieter{sign}innen' },
  },
  'dog-owner': {
    en: { one: 'dog owner', many: 'dog owners' },
    neutral: { one: 'hundehaltende Person', many: 'Hundehaltende', 'many-dative': 'Hundehaltenden' },
    pair: { one: 'Hundehalterin oder Hundehalter', many: 'Hundehalterinnen und Hundehalter', 'many-dative': 'Hundehalterinnen und Hundehaltern' },
    short: { one: 'Hundehalter{sign}in', many: 'Hundehalter{sign}innen' },
  },
  musician: {
    en: { one: 'musician', many: 'musicians' },
    neutral: { one: 'musizierende Person', many: 'Musizierende', 'many-dative': 'Musizierenden' },
    pair: { one: 'Musikerin oder Musiker', many: 'Musikerinnen und Musiker', 'many-dative': 'Musikerinnen und Musikern' },
    short: { one: 'Musiker{sign}in', many: 'Musiker{sign}innen' },
  },
  volunteer: {
    en: { one: 'volunteer', many: 'volunteers' },
    neutral: { one: 'engagierte Person', many: 'Engagierte', 'many-dative': 'Engagierten' },
    pair: { one: 'Helferin oder Helfer', many: 'Helferinnen und Helfer', 'many-dative': 'Helferinnen und Helfern' },
    short: { one: 'Helfer{sign}in', many: 'Helfer{sign}innen' },
  },
  customer: {
    en: { one: 'customer', many: 'customers' },
    neutral: null,
    pair: { one: 'Kundin oder Kunde', many: 'Kundinnen und Kunden', 'many-dative': 'Kundinnen und Kunden' },
    short: { one: 'Kund{sign}in', many: 'Kund{sign}innen' },
  },
  trader: {
    en: { one: 'trader', many: 'traders' },
    neutral: { one: 'Geschäft', many: 'Geschäfte', 'many-dative': 'Geschäften' },
    pair: { one: 'Händlerin oder Händler', many: 'Händlerinnen und Händler', 'many-dative': 'Händlerinnen und Händlern' },
    short: { one: 'Händler{sign}in', many: 'Händler{sign}innen' },
  },
  visitor: {
    en: { one: 'visitor', many: 'visitors' },
    neutral: { one: 'Gast', many: 'Gäste', 'many-dative': 'Gästen' },
    pair: { one: 'Besucherin oder Besucher', many: 'Besucherinnen und Besucher', 'many-dative': 'Besucherinnen und Besuchern' },
    short: { one: 'Besucher{sign}in', many: 'Besucher{sign}innen' },
  },
  researcher: {
    en: { one: 'researcher', many: 'researchers' },
    neutral: { one: 'forschende Person', many: 'Forschende', 'many-dative': 'Forschenden' },
    pair: { one: 'Forscherin oder Forscher', many: 'Forscherinnen und Forscher', 'many-dative': 'Forscherinnen und Forschern' },
    short: { one: 'Forscher{sign}in', many: 'Forscher{sign}innen' },
  },
  doctor: {
    en: { one: 'doctor', many: 'doctors' },
    neutral: { one: 'ärztliche Fachkraft', many: 'ärztliche Fachkräfte', 'many-dative': 'ärztlichen Fachkräften' },
    pair: { one: 'Ärztin oder Arzt', many: 'Ärztinnen und Ärzte', 'many-dative': 'Ärztinnen und Ärzten' },
    short: { one: 'Ärzt{sign}in', many: 'Ärzt{sign}innen' },
  },
  colleague: {
    en: { one: 'colleague', many: 'colleagues' },
    neutral: { one: 'Teammitglied', many: 'Teammitglieder', 'many-dative': 'Teammitgliedern' },
    pair: { one: 'Kollegin oder Kollege', many: 'Kolleginnen und Kollegen', 'many-dative': 'Kolleginnen und Kollegen' },
    short: { one: 'Kolleg{sign}in', many: 'Kolleg{sign}innen' },
  },
} as const satisfies Readonly<Record<string, PersonForms>>

export type PersonId = keyof typeof persons
