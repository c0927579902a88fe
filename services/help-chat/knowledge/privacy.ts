import type { PersonalData } from '@modellregion/kernel'

export const knowledgePrivacy: readonly PersonalData[] = [{ table: 'help_chat.town_entry', columns: ['phone'], harmless: 'The published number of a place that helps, such as a counselling office; nobody’s own.' }]
