import { refusal } from '../refusal.ts'
import type { Answer, Request, Site } from '../server/exchange.ts'
import { parseJson } from '../write/body.ts'
import { printJsonBatch, readJsonBatch } from './json.ts'
import { printMultipart, readMultipart } from './multipart.ts'
import { runBatch, type AnswerRequest } from './run.ts'

/** Answers `$batch` in the form in which it came. @throws Refusal */
export async function answerBatch(site: Site, request: Request, answer: AnswerRequest): Promise<Answer> {
  if (site.work) throw refusal(400, 'batch', 'A batch within a batch is not possible.')
  const body = await request.body()
  if (/^multipart\/mixed/i.test(request.contentType)) return printMultipart(await runBatch(site, readMultipart(request.contentType, body.toString('utf8')), answer))
  if (/^application\/json/i.test(request.contentType)) return printJsonBatch(await runBatch(site, readJsonBatch(parseJson(body)), answer))
  throw refusal(415, 'batch', 'A batch is multipart/mixed or application/json.')
}
