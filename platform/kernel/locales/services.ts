import type { LocalText } from '../i18n/words.ts'

/**
 * Neutral names of the services and the life situations they belong to; a town may rename a service. German descriptions
 * avoid direct address, so that they fit Sie and du. Easy texts are drafts until two readers have checked them.
 */
export type ServiceName = {
  readonly audience: 'public' | 'staff' | 'both'
  readonly name: LocalText
  readonly oneSentence: LocalText
  readonly threeSentences: LocalText
  readonly lifeSituations: readonly string[]
}

export const serviceNames = {
  'help-chat': {
    audience: 'staff',
    name: {
      de: 'Vertraulicher Rat',
      en: 'Confidential help',
      'de-x-leicht': 'Hilfe bei der Arbeit',
    },
    oneSentence: {
      de: 'Anonym mit einer Vertrauensperson schreiben und Rat bei Konflikten finden.',
      en: 'Write anonymously to a confidant and find advice on conflicts at work.',
      'de-x-leicht': 'Sie haben Ärger bei der Arbeit?\nHier hilft Ihnen jemand.',
    },
    threeSentences: {
      de: 'Beschäftigte schreiben hier anonym mit einer Vertrauensperson: ohne Konto, ohne E-Mail-Adresse, auch von außerhalb des Dienstnetzes. Rat und Wissen zu Mobbing, Belästigung, Regelverstößen und Gesundheit stehen offen bereit. Wer einen Hinweis nach dem Hinweisgeberschutzgesetz geben will, entscheidet das selbst und bekommt feste Fristen.',
      en: 'Staff write anonymously to a confidant: no account, no email address, also from outside the office network. Advice on bullying, harassment, rule breaches and health is open to all. Whoever wants to file a report under the Whistleblower Protection Act decides so themselves and gets fixed deadlines.',
      'de-x-leicht': 'Hier können Sie mit einer Vertrauens·person schreiben.\nIhr Name bleibt geheim.\nSie finden hier auch viele Infos.',
    },
    lifeSituations: ['working-here', 'health'],
  },
  'course-portal': {
    audience: 'public',
    name: {
      de: 'Bildungsportal',
      en: 'Course portal',
      'de-x-leicht': 'Kurse und Bücher',
    },
    oneSentence: {
      de: 'Kurse, Bücher und andere Lernangebote nach Thema, Umkreis und Kosten finden.',
      en: 'Find courses, books and other learning offers by topic, distance and cost.',
      'de-x-leicht': 'Hier finden Sie Kurse in Ihrer Nähe.',
    },
    threeSentences: {
      de: 'Das Portal zeigt die Lernangebote vieler Einrichtungen an einem Ort. Die Suche kennt Thema, Umkreis, Kosten, freie Plätze und Angaben zur Barrierefreiheit. Einrichtungen ohne eigenes System tragen ihre Kurse selbst ein; ein Service-Point hilft allen, die kein Gerät nutzen können.',
      en: 'The portal brings the learning offers of many providers to one place. Search by topic, distance, cost, free seats and accessibility. Providers without their own system enter courses themselves; a service point helps those who cannot use a device.',
      'de-x-leicht': 'Viele Schulen für Erwachsene zeigen hier ihre Kurse.\nSie suchen nach Thema, Ort oder Preis.\nSie finden auch Bücher.',
    },
    lifeSituations: ['learning', 'family', 'working-here'],
  },
  archive: {
    audience: 'both',
    name: {
      de: 'Digitales Archiv',
      en: 'Digital archive',
      'de-x-leicht': 'Altes aus der Stadt',
    },
    oneSentence: {
      de: 'Alte Unterlagen der Stadt suchen, lesen und dauerhaft erhalten.',
      en: 'Search, read and preserve the town’s records.',
      'de-x-leicht': 'Hier finden Sie alte Papiere und Fotos von der Stadt.',
    },
    threeSentences: {
      de: 'Das Archiv übernimmt Akten, die ein Amt nicht mehr braucht, und bewahrt sie auf Dauer. Nach Ablauf der Schutzfrist stehen sie im digitalen Lesesaal offen. Das Aktenstrukturkataster zeigt, welche Akten eine Kommune führt, und lässt sich zwischen Kommunen austauschen.',
      en: 'The archive takes over records an office no longer needs and keeps them for good. When the closure period ends they open in the digital reading room. A shared register shows which records a town keeps and can be exchanged between towns.',
      'de-x-leicht': 'Das Archiv hebt wichtige Papiere auf.\nViele Papiere dürfen Sie lesen.\nManche Papiere sind noch geheim.',
    },
    lifeSituations: ['history', 'figures', 'cooperation'],
  },
  'case-management': {
    audience: 'both',
    name: {
      de: 'Vorgänge und E-Akte',
      en: 'Cases and e-files',
      'de-x-leicht': 'Anträge und Briefe',
    },
    oneSentence: {
      de: 'Anträge online stellen, den Stand sehen und Post sicher empfangen.',
      en: 'Apply online, follow progress and receive letters securely.',
      'de-x-leicht': 'Hier stellen Sie Anträge.\nHier bekommen Sie Ihre Briefe.',
    },
    threeSentences: {
      de: 'Post, Anträge und Nachrichten kommen in einem digitalen Posteingang an und werden zur E-Akte. Abläufe führen von Schritt zu Schritt, mit Fristen und Mitzeichnung. Antragstellende sehen jederzeit den Stand, die nächsten Schritte und den voraussichtlichen Termin.',
      en: 'Letters, applications and messages arrive in one digital inbox and become part of the e-file. Processes lead from step to step, with deadlines and co-signing. Applicants can always see the status, the next step and the expected date.',
      'de-x-leicht': 'Sie schicken Ihren Antrag im Internet.\nSie sehen: Was macht das Amt gerade?\nDie Antwort kommt in Ihr Postfach.',
    },
    lifeSituations: ['applications', 'home', 'working-here'],
  },
  volunteering: {
    audience: 'public',
    name: {
      de: 'Ehrenamtsbörse',
      en: 'Volunteering',
      'de-x-leicht': 'Helfen und Hilfe finden',
    },
    oneSentence: {
      de: 'Hilfe anbieten oder suchen und die passende Stelle in der Nähe finden.',
      en: 'Offer or look for help and find the right match nearby.',
      'de-x-leicht': 'Sie möchten helfen?\nOder Sie brauchen Hilfe?',
    },
    threeSentences: {
      de: 'Privatpersonen, Vereine, Schulen und Firmen finden hier zueinander. Vorschläge richten sich nach Interesse, Zeit und Postleitzahl und nennen ihren Grund. Namen und Adressen von Privatpersonen bleiben verborgen, bis beide Seiten sie freigeben.',
      en: 'People, associations, schools and companies find each other here. Suggestions follow interest, time and postcode, and say why they fit. Names and addresses of private persons stay hidden until both sides reveal them.',
      'de-x-leicht': 'Sie schreiben: Das kann ich gut.\nWir zeigen Ihnen passende Stellen.\nIhr Name bleibt zuerst geheim.',
    },
    lifeSituations: ['helping', 'family', 'emergency'],
  },
  'staff-health': {
    audience: 'staff',
    name: {
      de: 'Gesund im digitalen Wandel',
      en: 'Healthy at work',
      'de-x-leicht': 'Gesund bei der Arbeit',
    },
    oneSentence: {
      de: 'Belastungen durch neue Technik erkennen und passende Maßnahmen finden.',
      en: 'Spot strain from new technology and find measures that help.',
      'de-x-leicht': 'Neue Computer machen manchmal Stress.\nHier finden Sie Hilfe.',
    },
    threeSentences: {
      de: 'Ein Katalog zeigt, was bei der Umstellung auf digitale Arbeit gesund hält: vor, während und nach dem Start. Befragungen sind anonym; kleine Gruppen bleiben unsichtbar. Maßnahmen haben Zuständige, Termine und eine Prüfung, ob sie gewirkt haben.',
      en: 'A catalogue shows what keeps people healthy when work goes digital: before, during and after the start. Surveys are anonymous; small groups stay invisible. Measures have owners, dates and a check whether they worked.',
      'de-x-leicht': 'Hier finden Sie Tipps für gesunde Arbeit.\nWir fragen Sie auch: Wie geht es Ihnen?\nIhr Name bleibt geheim.',
    },
    lifeSituations: ['working-here', 'health'],
  },
  credentials: {
    audience: 'public',
    name: {
      de: 'Digitale Nachweise',
      en: 'Digital credentials',
      'de-x-leicht': 'Nachweise auf dem Handy',
    },
    oneSentence: {
      de: 'Bescheinigungen digital erhalten, vorzeigen und ohne Rückfrage prüfen.',
      en: 'Receive, show and check certificates digitally, without calling the office.',
      'de-x-leicht': 'Das Amt schickt Ihnen eine Bescheinigung auf das Handy.',
    },
    threeSentences: {
      de: 'Die Stadt stellt Nachweise digital aus, etwa die Wohnungsgeberbestätigung oder die Erlaubnis für einen gefährlichen Hund. Zu sehen ist nur, was nötig ist; prüfen geht auch ohne Netz. Ein öffentliches Protokoll, das andere Kommunen bezeugen, macht heimliche Änderungen unmöglich.',
      en: 'The town issues digital credentials, such as the landlord confirmation or the permit for a dangerous dog. Only what is needed is shown, and checking works offline. A public log witnessed by other towns makes secret changes impossible.',
      'de-x-leicht': 'Sie zeigen die Bescheinigung auf dem Handy.\nAlle können prüfen: Sie ist echt.\nSie können sie auch auf Papier bekommen.',
    },
    lifeSituations: ['home', 'animals', 'culture', 'identity'],
  },
  childcare: {
    audience: 'public',
    name: {
      de: 'Kita und Familie',
      en: 'Nursery and family',
      'de-x-leicht': 'Kita und Familie',
    },
    oneSentence: {
      de: 'Mit der Kita schreiben, Betreuung im Elternkreis finden und Angebote entdecken.',
      en: 'Write to the nursery, find care among parents and discover family offers.',
      'de-x-leicht': 'Hier schreiben Sie mit der Kita.\nHier finden Sie Hilfe bei der Betreuung.',
    },
    threeSentences: {
      de: 'Eltern organisieren Betreuung außerhalb der Öffnungszeiten im vertrauten Kreis ihrer Kita. Briefe, Krankmeldungen und Rückfragen laufen geordnet und geschützt zwischen Eltern und Personal. Angebote für Kinder und Familien in der Nähe stehen auf einer Seite.',
      en: 'Parents arrange care outside opening hours within the trusted circle of their nursery. Letters, sick notes and questions pass between parents and staff in an orderly and protected way. Offers for children and families nearby are on one page.',
      'de-x-leicht': 'Eltern aus der Kita helfen sich gegenseitig.\nSie melden Ihr Kind hier krank.\nSie finden hier auch Sport und Spiel.',
    },
    lifeSituations: ['family'],
  },
  participation: {
    audience: 'public',
    name: {
      de: 'Mitmach-Labor',
      en: 'Participation lab',
      'de-x-leicht': 'Mitbestimmen in der Stadt',
    },
    oneSentence: {
      de: 'Ideen einbringen, gemeinsam entwickeln und über Geld und Pläne mitentscheiden.',
      en: 'Bring in ideas, develop them together and help decide on money and plans.',
      'de-x-leicht': 'Sie haben eine Idee für die Stadt?\nHier machen Sie mit.',
    },
    threeSentences: {
      de: 'Vorschläge wachsen im Gespräch und im Versuch, im Netz und im Labor vor Ort. Beim Bürgerhaushalt lässt sich jede Auszählung nachrechnen. Zu jedem Beitrag steht, was daraus wurde.',
      en: 'Proposals are discussed, tested and developed together, online and in the lab. In the participatory budget anyone can recount every count. Each contribution shows what became of it.',
      'de-x-leicht': 'Sie schreiben Ihre Idee auf.\nAndere Menschen sagen ihre Meinung dazu.\nSie sehen später: Was ist daraus geworden?',
    },
    lifeSituations: ['having-a-say'],
  },
  'open-data': {
    audience: 'public',
    name: {
      de: 'Offene Daten',
      en: 'Open data',
      'de-x-leicht': 'Daten von der Stadt',
    },
    oneSentence: {
      de: 'Daten der Stadt finden, ansehen und frei weiterverwenden.',
      en: 'Find, view and freely reuse the town’s data.',
      'de-x-leicht': 'Hier finden Sie Zahlen und Karten von der Stadt.',
    },
    threeSentences: {
      de: 'Die Stadt stellt ihre Daten kostenlos bereit, beschrieben nach dem deutschen Standard DCAT-AP.de. Tabellen und Karten lassen sich ohne Programm ansehen, filtern und herunterladen. Fehlt etwas, nimmt die Stadt Datenwünsche an und zeigt, was daraus wird.',
      en: 'The town offers its data free of charge, described by the German standard DCAT-AP.de. Tables and maps can be viewed, filtered and downloaded without special software. If something is missing, the town takes requests and shows what becomes of them.',
      'de-x-leicht': 'Die Stadt sammelt viele Daten.\nSie dürfen die Daten kostenlos benutzen.\nFehlt etwas? Dann sagen Sie es uns.',
    },
    lifeSituations: ['figures', 'environment', 'history'],
  },
  'emergency-planning': {
    audience: 'staff',
    name: {
      de: 'Planung Rettungsdienst',
      en: 'Emergency service planning',
      'de-x-leicht': 'Planung für den Rettungs·dienst',
    },
    oneSentence: {
      de: 'Einsätze vorhersagen und Standorte, Fahrzeuge und Wege danach planen.',
      en: 'Forecast emergency calls and plan sites, vehicles and routes accordingly.',
      'de-x-leicht': 'Wir planen: Wo sollen Rettungs·wagen stehen?',
    },
    threeSentences: {
      de: 'Die Planung sagt vorher, wann und wo Menschen den Rettungsdienst brauchen, und zeigt jede Einflussgröße. Varianten für Standorte, Fahrzeuge und Dienstzeiten lassen sich durchspielen und vergleichen. Maßstab ist, wie viele Menschen rechtzeitig Hilfe bekommen.',
      en: 'The planning tool forecasts when and where ambulances are needed and shows every factor. Variants for stations, vehicles and shifts can be simulated and compared. The yardstick is how many people get help in time.',
      'de-x-leicht': 'Der Computer rechnet mit alten Zahlen.\nDann wissen wir: Hier brauchen wir bald Hilfe.\nSo kommt Hilfe schneller.',
    },
    lifeSituations: ['emergency'],
  },
  'citizen-id': {
    audience: 'public',
    name: {
      de: 'Anmelden mit dem Pass',
      en: 'Sign in with Pass',
      'de-x-leicht': 'Anmelden mit dem Handy',
    },
    oneSentence: {
      de: 'Mit dem Smartphone sicher anmelden und selbst sehen, wer welche Daten nutzt.',
      en: 'Sign in securely with your phone and see who uses which data.',
      'de-x-leicht': 'Sie melden sich mit dem Handy an.',
    },
    threeSentences: {
      de: 'Die Anmeldung geht mit Passwort, Online-Ausweis oder Pass auf dem Smartphone, je nach nötigem Vertrauensniveau. Wer fragt, wofür und welche Daten: Das steht vor jeder Freigabe da. Jede Nutzung der eigenen Identität bleibt nachvollziehbar.',
      en: 'Sign in with a password, the online ID card or the Pass on a phone, depending on the level of assurance needed. Who asks, why and for which data is shown before every release. Every use of your identity can be traced.',
      'de-x-leicht': 'Sie brauchen nur Ihr Handy.\nSie sehen: Wer möchte welche Daten?\nSie sagen dann ja oder nein.',
    },
    lifeSituations: ['identity', 'applications'],
  },
  'smart-school': {
    audience: 'public',
    name: {
      de: 'Schule misst',
      en: 'Smart school',
      'de-x-leicht': 'Messen in der Schule',
    },
    oneSentence: {
      de: 'Energie, Wasser und Luft in Schulen messen, verstehen und verbessern.',
      en: 'Measure, understand and improve energy, water and air in schools.',
      'de-x-leicht': 'Geräte messen in der Schule.\nZum Beispiel: Ist die Luft gut?',
    },
    threeSentences: {
      de: 'Sensoren zeigen Luftqualität, Energie- und Wasserverbrauch im Gebäude, ohne einzelne Menschen zu erfassen. Die Schule sieht, wann Lüften hilft, und die Technik, wo Energie verloren geht. Im Unterricht werden aus Messwerten eigene Versuche.',
      en: 'Sensors show air quality, consumption and water use in the building without recording individuals. The school sees when airing helps, and technicians see where energy is lost. In class, readings become experiments.',
      'de-x-leicht': 'Sie sehen: So gut ist die Luft im Raum.\nDie Schule spart so Strom und Wasser.\nKinder lernen mit den Zahlen.',
    },
    lifeSituations: ['school', 'environment'],
  },
  'local-retail': {
    audience: 'public',
    name: {
      de: 'Einkaufen vor Ort',
      en: 'Local shopping',
      'de-x-leicht': 'Einkaufen in der Stadt',
    },
    oneSentence: {
      de: 'Sehen, welches Geschäft in der Nähe ein Produkt hat, und es zurücklegen lassen.',
      en: 'See which shop nearby has a product, and have it put aside.',
      'de-x-leicht': 'Hier finden Sie Geschäfte in Ihrer Nähe.',
    },
    threeSentences: {
      de: 'Die Nachfrage geht an passende Geschäfte; sie antworten mit einem Tippen. Jede Angabe zum Bestand zeigt, wie alt und wie sicher sie ist. Rundgänge zeigen Läden vorab, auch als Text, und eine Einkaufsliste wird zum kurzen Weg.',
      en: 'A request goes to matching shops, which answer with one tap. Every stock statement shows its age and certainty. Tours show shops in advance, also as text, and a shopping list becomes a short walk.',
      'de-x-leicht': 'Sie suchen etwas? Fragen Sie hier.\nDie Geschäfte antworten Ihnen.\nDas Geschäft legt die Sache für Sie weg.',
    },
    lifeSituations: ['shopping'],
  },
  portfolio: {
    audience: 'both',
    name: {
      de: 'Projekte und Nachnutzung',
      en: 'Projects and reuse',
      'de-x-leicht': 'Projekte für alle Städte',
    },
    oneSentence: {
      de: 'Förderprojekte steuern und Ergebnisse so teilen, dass andere sie übernehmen können.',
      en: 'Run funded projects and share results so that others can adopt them.',
      'de-x-leicht': 'Städte zeigen hier ihre Projekte.\nAndere Städte dürfen sie benutzen.',
    },
    threeSentences: {
      de: 'Jedes Projekt steht mit Terminen und Beträgen an einem Ort, von der Idee bis zum Verwendungsnachweis. Konzepte, Vorlagen & Verfahren, Bausteine und lizenzfreie Lösungen lassen sich übernehmen, viele direkt per Knopfdruck. Wer etwas nachnutzt, hält Aufwand und Erfahrungen für die Nächsten fest.',
      en: 'From idea to grant notice to proof of use, every project has its dates and amounts in one place. Concepts, templates and procedures, building blocks and licence-free solutions can be adopted, many at the press of a button. Adopters record effort and lessons for those who follow.',
      'de-x-leicht': 'Hier stehen alle Projekte von der Stadt.\nAndere Städte können vieles übernehmen.\nDas spart Zeit und Geld.',
    },
    lifeSituations: ['cooperation', 'working-here'],
  },
} as const satisfies Readonly<Record<string, ServiceName>>

export type NamedService = keyof typeof serviceNames
