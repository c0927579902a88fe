import type { Dictionary } from '@modellregion/kernel/words'

export const office = {
  'office.confidant': 'Vertrauensperson',
  'office.head': 'Leitung der Vertrauensstelle',

  'office.topic.bullying': 'Mobbing',
  'office.topic.harassment': 'Sexuelle Belästigung',
  'office.topic.discrimination': 'Benachteiligung und Diskriminierung',
  'office.topic.violence': 'Gewalt und Bedrohung',
  'office.topic.conflict': 'Streit und Konflikte',
  'office.topic.compliance': 'Regelverstöße und Korruption',
  'office.topic.health': 'Gesundheit und Überlastung',
  'office.topic.other': 'Etwas anderes',

  'office.language.de': 'Deutsch',
  'office.language.de-x-leicht': 'Leichte Sprache',
  'office.language.en': 'Englisch',
  'office.language.gsg': 'Deutsche Gebärdensprache',
  'office.language.ar': 'Arabisch',
  'office.language.fa': 'Persisch',
  'office.language.fr': 'Französisch',
  'office.language.it': 'Italienisch',
  'office.language.ku': 'Kurdisch',
  'office.language.nl': 'Niederländisch',
  'office.language.pl': 'Polnisch',
  'office.language.ru': 'Russisch',
  'office.language.tr': 'Türkisch',
  'office.language.uk': 'Ukrainisch',

  'office.personal.profile': 'Vertrauenspersonen vorstellen, damit alle wählen können, wem sie schreiben',
  'office.personal.profile-data': 'Name, Bild, Arbeitsbereich, Sprachen, Sprechzeiten und was die Person über sich schreibt',
  'office.personal.everybody': 'Alle, die die Seite der Vertrauensstelle aufrufen',
  'office.personal.training': 'Fachkunde der Vertrauenspersonen nachweisen',
  'office.personal.training-data': 'Fortbildungen mit Tag und Gültigkeit',

  'help-chat.office.not-here': {
    sie: 'Sie sind für diesen Ort keine Vertrauensperson. Laden Sie die Seite neu, vielleicht hat sich etwas geändert.',
    du: 'Du bist für diesen Ort keine Vertrauensperson. Lade die Seite neu, vielleicht hat sich etwas geändert.',
  },
  'help-chat.office.foreign': {
    sie: 'Diese Schlüssel gehören zu einem anderen Ort oder einer anderen Person. Bitte laden Sie die Seite neu.',
    du: 'Diese Schlüssel gehören zu einem anderen Ort oder einer anderen Person. Bitte lade die Seite neu.',
  },
  'help-chat.office.chain-broken': {
    sie: 'Die neuen Schlüssel schließen nicht an die bisherigen an. Vielleicht wurden sie auf einem anderen Gerät gewechselt. Bitte laden Sie die Seite neu.',
    du: 'Die neuen Schlüssel schließen nicht an die bisherigen an. Vielleicht wurden sie auf einem anderen Gerät gewechselt. Bitte lade die Seite neu.',
  },
  'help-chat.office.key-unknown': {
    sie: 'Zu diesem Schlüssel ist hier nichts bekannt. Bitte laden Sie die Seite neu.',
    du: 'Zu diesem Schlüssel ist hier nichts bekannt. Bitte lade die Seite neu.',
  },
} satisfies Dictionary
