import { answerBatch } from '../batch/answer.ts'
import { createByDataArray } from '../data-array/create.ts'
import { refusal } from '../refusal.ts'
import type { Answer, Request, Site } from './exchange.ts'
import { landingPage } from './landing.ts'
import { answerRead } from './read.ts'
import { answerCreate, answerDelete, answerUpdate } from './write.ts'

/** Answers a request of any kind. @throws Refusal */
export async function answerRequest(site: Site, request: Request): Promise<Answer> {
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return request.path === '' ? { status: 200, body: landingPage(site) } : await answerRead(site, request)
    case 'POST':
      if (request.path === '$batch') return await answerBatch(site, request, answerRequest)
      return request.path === 'CreateObservations' ? await createByDataArray(site, request) : await answerCreate(site, request)
    case 'PATCH':
    case 'PUT':
      return await answerUpdate(site, request)
    case 'DELETE':
      return await answerDelete(site, request)
    default:
      throw refusal(405, 'method', `${request.method} is not possible here.`)
  }
}
