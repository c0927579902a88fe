import { refusal } from '../refusal.ts'
import type { Answer, Request, Site } from './exchange.ts'
import { landingPage } from './landing.ts'
import { answerRead } from './read.ts'

/** Answers a request of any kind. @throws Refusal */
export async function answerRequest(site: Site, request: Request): Promise<Answer> {
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return request.path === '' ? { status: 200, body: landingPage(site) } : await answerRead(site, request)
    default:
      throw refusal(405, 'method', `${request.method} is not possible here.`)
  }
}
