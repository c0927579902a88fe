import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const staffCouncil: Article = {
  id: 'staff-council',
  group: 'help',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'LPVG NRW §§ 9, 64' }, { title: 'SGB IX § 178' }, { title: 'LGG NRW § 17' }],
  keywords: ['Personalrat', 'Gleichstellung', 'Schwerbehindertenvertretung', 'Jugendvertretung', 'Gewerkschaft', 'staff council', 'union', 'works council', 'Schwerbehinderung', 'Frauenbeauftragte', 'Auszubildende', 'apprentice'],
  numbers: [],
  texts: {
    de: {
      title: 'Personalrat und andere Vertretungen',
      lead: 'Gewählte Menschen, die für die Beschäftigten sprechen dürfen. Das Gesetz gibt ihnen Rechte, die Vertrauenspersonen nicht haben.',
      body: `## Personalrat
Er nimmt Beschwerden an und verhandelt mit der Leitung. Er bestimmt bei vielen Entscheidungen mit, zum Beispiel bei Versetzungen. Seine Mitglieder müssen schweigen, auch gegenüber der Leitung. {Sie dürfen|Du darfst} ihn in der Arbeitszeit aufsuchen.

## Gleichstellungsstelle
Hilft bei Benachteiligung wegen des Geschlechts und bei sexueller Belästigung. Niemand gibt ihr dafür Weisungen.

## Vertretung der Menschen mit Schwerbehinderung
Hilft bei allem, was mit einer Behinderung oder einer chronischen Krankheit zu tun hat.

## Jugend- und Auszubildendenvertretung
Für junge Beschäftigte und für alle in Ausbildung.

## Der Unterschied zu Vertrauenspersonen
Eine Vertretung kann handeln und durchsetzen. Dafür muss sie meist sagen, um wen es geht. Eine [Vertrauensperson](/help-chat/knowledge/confidants) kann zuhören, ohne einen Namen zu kennen. Beides lässt sich nacheinander tun.`,
    },
    en: {
      title: 'Staff council and other representatives',
      lead: 'Elected people who may speak for the employees. They have rights that confidants do not have.',
      body: `## Staff council (Personalrat)
It takes complaints and negotiates with the management. It has a say in many decisions, such as transfers. Its members must keep silent, towards the management as well. You may visit it during working hours.

## Equal opportunities office
It helps with disadvantages because of gender and with sexual harassment. Nobody gives it orders.

## Representatives of severely disabled staff
They help with everything that has to do with a disability or a chronic illness.

## Representatives of young staff and trainees
They are there for young employees and for everybody in training.

## How they differ from confidants
Representatives can act and push things through. For that they usually have to say whom it is about. A [confidant](/help-chat/knowledge/confidants) can listen without knowing a name. You can do one after the other.`,
    },
    'de-x-leicht': {
      title: 'Personal·rat und andere Hilfen',
      lead: 'Der Personal·rat hilft den Beschäftigten. Die Beschäftigten haben ihn gewählt.',
      body: `## Der Personal·rat
Er redet mit den Chefs und Chefinnen für Sie.
Er darf **nichts** weitersagen.
Sie dürfen in der Arbeits·zeit hingehen.

## Andere helfen auch
- Die Gleich·stellungs·stelle. Sie hilft zum Beispiel Frauen.
- Die Vertretung für Menschen mit Behinderung.
- Die Vertretung für junge Leute.

## Was ist der Unterschied?
Der Personal·rat kann etwas ändern.
Dafür muss er oft Ihren Namen sagen.
Eine [Vertrauens·person](/help-chat/knowledge/confidants) kann ohne Namen zuhören.`,
    },
  },
}
