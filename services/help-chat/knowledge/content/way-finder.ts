import type { HelperStep } from '../schema.ts'

/** What happened to me? A few questions that lead to articles and to people who help. The first step is the beginning. */
export const helperSteps: readonly HelperStep[] = [
  {
    id: 'start',
    texts: {
      de: { title: 'Besteht jetzt gerade Gefahr?', text: 'Für {Sie|dich} oder für andere, zum Beispiel durch Gewalt oder weil jemand nicht mehr leben möchte.' },
      en: { title: 'Is anybody in danger right now?', text: 'You or others, for example by violence or because somebody does not want to live any more.' },
      'de-x-leicht': { title: 'Ist jemand jetzt in Gefahr?', text: 'Zum Beispiel: Jemand schlägt Sie. Oder jemand will **nicht** mehr leben.' },
    },
    choices: [
      { to: 'danger', texts: { de: 'Ja, jetzt gerade', en: 'Yes, right now', 'de-x-leicht': 'Ja, jetzt' } },
      { to: 'what', texts: { de: 'Nein, gerade nicht', en: 'No, not right now', 'de-x-leicht': 'Nein, gerade **nicht**' } },
    ],
  },
  {
    id: 'danger',
    texts: {
      de: { title: 'Zuerst Hilfe holen', text: 'Anrufen kostet nichts. {Sie müssen|Du musst} nichts beweisen und nichts richtig machen.' },
      en: { title: 'Get help first', text: 'Calling is free. You need not prove anything or do anything right.' },
      'de-x-leicht': { title: 'Holen Sie zuerst Hilfe', text: 'Rufen Sie an. Das kostet **kein** Geld.' },
    },
    articles: ['violence-and-threats', 'health-and-strain'],
    numbers: ['emergency', 'police', 'telefonseelsorge'],
    who: ['police', 'doctor'],
  },
  {
    id: 'what',
    texts: {
      de: { title: 'Worum geht es am ehesten?', text: 'Es muss nicht genau passen. Zurück geht es jederzeit.' },
      en: { title: 'What comes closest?', text: 'It need not fit exactly. You can always go back.' },
      'de-x-leicht': { title: 'Um was geht es?', text: 'Sie können jederzeit zurück·gehen.' },
    },
    choices: [
      { to: 'people', texts: { de: 'Um Menschen: wie jemand mit mir oder anderen umgeht', en: 'People: how somebody treats me or others', 'de-x-leicht': 'Ein Mensch ist schlecht zu mir' } },
      { to: 'rules', texts: { de: 'Um Regeln: jemand bricht Gesetze oder Vorschriften', en: 'Rules: somebody breaks laws or regulations', 'de-x-leicht': 'Jemand bricht die Regeln' } },
      { to: 'self', texts: { de: 'Um mich: es wird mir zu viel', en: 'Me: it is getting too much', 'de-x-leicht': 'Mir geht es schlecht' } },
      { to: 'accused', texts: { de: 'Mir wird etwas vorgeworfen', en: 'I am accused of something', 'de-x-leicht': 'Jemand sagt: Ich habe etwas falsch gemacht' } },
    ],
  },
  {
    id: 'people',
    texts: {
      de: { title: 'Was ist geschehen?', text: 'Auch mehreres davon ist möglich. {Beginnen Sie|Beginne} mit dem, was am schwersten wiegt.' },
      en: { title: 'What happened?', text: 'It can be several of these. Begin with what weighs most.' },
      'de-x-leicht': { title: 'Was ist passiert?', text: 'Nehmen Sie das Schlimmste zuerst.' },
    },
    choices: [
      { to: 'sexual', texts: { de: 'Sexuelle Worte, Bilder oder Berührungen', en: 'Sexual words, pictures or touches', 'de-x-leicht': 'Jemand fasst mich an. Oder sagt etwas über Sex' } },
      { to: 'violence', texts: { de: 'Gewalt, Drohung oder Verfolgung', en: 'Violence, a threat or stalking', 'de-x-leicht': 'Jemand schlägt mich. Oder droht mir' } },
      { to: 'discrimination', texts: { de: 'Schlechter behandelt wegen Herkunft, Geschlecht, Behinderung oder Ähnlichem', en: 'Treated worse because of origin, gender, disability or the like', 'de-x-leicht': 'Jemand behandelt mich schlechter als andere' } },
      { to: 'pattern', texts: { de: 'Ausgrenzung, Schikane oder Streit', en: 'Exclusion, harassment or quarrel', 'de-x-leicht': 'Jemand ist gemein. Oder wir haben Streit' } },
    ],
  },
  {
    id: 'pattern',
    texts: {
      de: { title: 'Wie oft kommt es vor?', text: 'Das Muster macht den Unterschied.' },
      en: { title: 'How often does it happen?', text: 'The pattern makes the difference.' },
      'de-x-leicht': { title: 'Wie oft passiert es?', text: 'Das ist wichtig.' },
    },
    choices: [
      { to: 'bullying', texts: { de: 'Immer wieder, und immer gegen dieselbe Person', en: 'Again and again, and always against the same person', 'de-x-leicht': 'Immer wieder. Und immer gegen die gleiche Person' } },
      { to: 'conflict', texts: { de: 'Manchmal, und beide Seiten streiten', en: 'Sometimes, and both sides quarrel', 'de-x-leicht': 'Manchmal. Und wir streiten beide' } },
    ],
  },
  {
    id: 'sexual',
    texts: {
      de: { title: 'Das ist nicht {Ihre|deine} Schuld', text: 'Sexuelle Belästigung ist verboten. {Sie entscheiden|Du entscheidest}, was daraus wird.' },
      en: { title: 'This is not your fault', text: 'Sexual harassment is forbidden. You decide what comes of it.' },
      'de-x-leicht': { title: 'Sie sind **nicht** schuld', text: 'Das ist verboten. Sie bestimmen: Was passiert dann?' },
    },
    articles: ['sexual-harassment', 'complaint-office'],
    numbers: ['violence-women', 'violence-men', 'sexual-abuse'],
    who: ['confidants', 'complaint-office', 'police'],
  },
  {
    id: 'violence',
    texts: {
      de: { title: 'Sicherheit geht vor', text: 'Niemand muss Gewalt aushalten, auch nicht im Dienst.' },
      en: { title: 'Safety comes first', text: 'Nobody has to put up with violence, not at work either.' },
      'de-x-leicht': { title: 'Sie müssen sicher sein', text: 'Niemand darf Ihnen weh tun.' },
    },
    articles: ['violence-and-threats'],
    numbers: ['police', 'victims', 'violence-women', 'violence-men'],
    who: ['police', 'confidants', 'staff-council'],
  },
  {
    id: 'discrimination',
    texts: {
      de: { title: 'Das Gleichbehandlungsgesetz schützt', text: 'Es gibt ein Recht, sich zu beschweren und eine Antwort zu bekommen. Für Entschädigung zählt eine kurze Frist.' },
      en: { title: 'The Equal Treatment Act protects', text: 'There is a right to complain and to get an answer. For compensation a short time limit counts.' },
      'de-x-leicht': { title: 'Ein Gesetz schützt Sie', text: 'Sie dürfen sich beschweren. Lassen Sie sich schnell beraten.' },
    },
    articles: ['discrimination', 'complaint-office'],
    numbers: ['equal-treatment'],
    who: ['complaint-office', 'confidants', 'staff-council'],
  },
  {
    id: 'bullying',
    texts: {
      de: { title: 'Das klingt nach Mobbing', text: 'Allein kommt kaum jemand heraus. Aufschreiben und reden sind die ersten Schritte.' },
      en: { title: 'That sounds like bullying', text: 'Hardly anybody gets out alone. Writing down and talking are the first steps.' },
      'de-x-leicht': { title: 'Das ist vielleicht Mobbing', text: 'Schreiben Sie alles auf. Und reden Sie mit jemand.' },
    },
    articles: ['bullying', 'confidants'],
    numbers: ['telefonseelsorge'],
    who: ['confidants', 'staff-council', 'doctor'],
  },
  {
    id: 'conflict',
    texts: {
      de: { title: 'Ein Streit lässt sich meist lösen', text: 'Je früher, desto leichter. Eine unbeteiligte Person kann helfen.' },
      en: { title: 'A quarrel can usually be solved', text: 'The earlier, the easier. Somebody who is not involved can help.' },
      'de-x-leicht': { title: 'Reden hilft oft', text: 'Eine andere Person kann dabei helfen.' },
    },
    articles: ['conflict', 'staff-council'],
    numbers: [],
    who: ['confidants', 'staff-council'],
  },
  {
    id: 'rules',
    texts: {
      de: { title: 'Möchten {Sie|du} erst reden oder gleich melden?', text: 'Beides ist richtig. Reden löst nichts aus, melden schon.' },
      en: { title: 'Do you want to talk first or report at once?', text: 'Both are right. Talking sets nothing off, reporting does.' },
      'de-x-leicht': { title: 'Wollen Sie reden oder melden?', text: 'Beides ist gut.' },
    },
    choices: [
      { to: 'rules-talk', texts: { de: 'Erst reden', en: 'Talk first', 'de-x-leicht': 'Erst reden' } },
      { to: 'rules-report', texts: { de: 'Melden', en: 'Report', 'de-x-leicht': 'Melden' } },
    ],
  },
  {
    id: 'rules-talk',
    texts: {
      de: { title: 'Erst Klarheit, dann entscheiden', text: 'Eine Vertrauensperson sagt, was unter das Gesetz fällt und was ein Hinweis auslöst.' },
      en: { title: 'First see clearly, then decide', text: 'A confidant says what the law covers and what a report sets off.' },
      'de-x-leicht': { title: 'Reden Sie erst', text: 'Die Vertrauens·person erklärt Ihnen alles.' },
    },
    articles: ['two-lanes', 'corruption', 'retaliation'],
    numbers: [],
    who: ['confidants'],
  },
  {
    id: 'rules-report',
    texts: {
      de: { title: '{Sie haben|Du hast} die Wahl', text: 'Intern oder extern: Niemand darf das behindern, und ehrliche Hinweise sind geschützt.' },
      en: { title: 'You have the choice', text: 'Inside or outside: nobody may hinder you, and honest reports are protected.' },
      'de-x-leicht': { title: 'Sie suchen es aus', text: 'Sie können bei der Stadt melden. Oder bei einer anderen Stelle.' },
    },
    articles: ['after-a-report', 'exceptions', 'external-offices'],
    numbers: ['cartel-office'],
    who: ['report', 'external'],
  },
  {
    id: 'self',
    texts: {
      de: { title: 'Gut, dass {Sie|du} darauf {achten|achtest}', text: 'Überlastung ist kein Versagen. Es gibt Hilfe innen und außen.' },
      en: { title: 'It is good that you pay attention to it', text: 'Being overloaded is no failure. There is help inside and outside.' },
      'de-x-leicht': { title: 'Holen Sie sich Hilfe', text: 'Sie sind **nicht** schwach.' },
    },
    articles: ['health-and-strain', 'confidants'],
    numbers: ['telefonseelsorge'],
    who: ['doctor', 'confidants', 'staff-council'],
  },
  {
    id: 'accused',
    texts: {
      de: { title: 'Auch {Sie haben|du hast} Rechte', text: 'Ein Vorwurf ist noch kein Ergebnis.' },
      en: { title: 'You have rights, too', text: 'An accusation is not yet a result.' },
      'de-x-leicht': { title: 'Auch Sie haben Rechte', text: 'Ein Vorwurf ist **kein** Beweis.' },
    },
    articles: ['accused', 'staff-council'],
    numbers: ['telefonseelsorge'],
    who: ['staff-council', 'confidants'],
  },
]
