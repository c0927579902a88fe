import type { Translation } from '@modellregion/kernel/words'
import type { thread as de } from '../de/thread.ts'

export const thread: Translation<typeof de> = {
  'help-chat.thread.work-invalid': 'The check before sending is not valid. Please send once more.',
  'help-chat.thread.work-spent': 'This check has begun a conversation already. Please send once more.',
  'help-chat.thread.work-expired': 'The check has expired. Please send once more; your text is kept.',
  'help-chat.thread.ticket-early': 'The waiting time is not over yet. Please send a little later.',
  'help-chat.thread.line-full': 'Too many are waiting at the moment. Please try again in half an hour, or call.',
  'help-chat.thread.case-known': 'This conversation exists already. Please begin anew.',
  'help-chat.thread.foreign': 'The message belongs to another conversation. Please load the conversation again.',
  'help-chat.thread.epoch-invalid': 'The list of those who can read is not complete. Please load the conversation again.',
  'help-chat.thread.epoch-signature': 'The list of those who can read has no valid signature. Please load the conversation again.',
  'help-chat.thread.party-unknown': 'A confidant has new keys. Please load the conversation again and send once more.',
  'help-chat.thread.too-many': 'Very many messages have arrived in this conversation today. It goes on tomorrow. If it is urgent, please call.',
  'help-chat.thread.envelope-signature': 'The signature of the message is wrong. Please load the conversation again and send once more.',
  'help-chat.thread.envelope-length': 'The message has none of the permitted lengths. Please load the conversation again and send once more.',
  'help-chat.thread.sender': 'This message is from somebody else. Please load the conversation again.',
  'help-chat.thread.sequence': 'Another message has arrived meanwhile. It is being loaded; please send once more afterwards.',
  'help-chat.thread.not-reader': 'Whoever cannot read this conversation cannot write in it either.',
  'help-chat.thread.not-your-case': 'There is no such conversation.',
  'help-chat.thread.kept-by-law': 'A report must be kept for three years after the procedure has ended (section 11 (5) HinSchG). It cannot be deleted before.',
  'help-chat.thread.report-already': 'This is a report under the Whistleblower Protection Act already.',
  'help-chat.thread.nothing-to-do': 'This exists for reports under the Whistleblower Protection Act only.',
  'help-chat.thread.not-extendable': 'This deadline is set by law. It cannot be extended.',
  'help-chat.thread.extended-enough': 'This promise has been extended once already.',
  'help-chat.thread.file-length': 'The file is larger than 25 MB or arrived incomplete. Please choose a smaller file.',
  'help-chat.thread.file-full': 'There are very many files in this conversation already. Please bring the files to a meeting.',
  'help-chat.thread.escrow-has-readers': 'Somebody can still read this conversation. Please ask this confidant to hand it over.',
  'help-chat.thread.escrow-none': 'No key parts are kept for this conversation, or there is no open request.',
  'help-chat.thread.escrow-open': 'There is a request for this conversation already.',
  'help-chat.thread.escrow-over': 'This request is over.',
  'help-chat.thread.no-keys': 'There are no keys for this town yet. Please make keys first.',

  'thread.calendar.deadline': 'Deadline',
  'thread.calendar.promise': 'Answer promised',

  'thread.personal.calendar': 'Calendar of deadlines for confidants',
  'thread.personal.calendar-data': 'Address of the calendar, as a hash',

  // To the head of an office, about no case in particular.
  'thread.overdue.subject': 'Confidential office: a deadline has passed',
  'thread.overdue.text': (p) =>
    `A deadline of the confidential office has passed without an answer.\n\nPlease ask the confidants whether they need support. What it is about is not in this message, and you do not learn it elsewhere either.\n\nOverview of the confidential office: ${p.office}`,
}
