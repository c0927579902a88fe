import type { Route } from '@modellregion/kernel'
import { answerRoutes } from './routes/answer.ts'
import { apiRoutes } from './routes/api.ts'
import { eventEditingRoutes } from './routes/event-edit.ts'
import { eventReadingRoutes } from './routes/event-read.ts'
import { newsRoutes } from './routes/news.ts'
import { officeRoutes } from './routes/office.ts'
import { questionReadingRoutes } from './routes/question-read.ts'
import { questionRoutes } from './routes/question.ts'
import { registeringRoutes } from './routes/register.ts'

export const networkRoutes: readonly Route[] = [...eventReadingRoutes, ...eventEditingRoutes, ...registeringRoutes, ...officeRoutes, ...questionReadingRoutes, ...questionRoutes, ...answerRoutes, ...newsRoutes, ...apiRoutes]
