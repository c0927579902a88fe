import type { FastifyRequest } from 'fastify'
import { guest } from './actor.ts'
import { deviceFamily } from './rules.ts'
import { isSharedComputer } from './shared-computer.ts'
import type { SessionData } from './session-data.ts'
import type { SignedIn } from './session-store.ts'
import { actorOf } from './sessions.ts'

/** What a route may do with the session of the person who asks. */
export type SessionDoor = {
  /** Id of the session as the person sees it on the account page; absent for guests. */
  readonly id: string | undefined
  /** What the session remembers; changes are kept when the answer is sent. */
  readonly data: SessionData
  /** Begins a new session under a new id (against fixation); nothing of the guest's session stays. */
  signIn(person: Omit<SignedIn, 'device'>, data?: Pick<SessionData, 'idToken' | 'provider'>): Promise<void>
  /** Ends the session here and now. */
  signOut(): Promise<void>
}

export function sessionDoor(request: FastifyRequest): SessionDoor {
  return {
    get id() {
      return request.session.known?.accountId === undefined ? undefined : request.session.known.id
    },
    get data() {
      return request.session
    },
    signIn: async (person, data = {}) => {
      await request.session.regenerate()
      Object.assign(request.session, data, { signedIn: { ...person, shared: isSharedComputer(request.headers['cookie']), device: deviceFamily(request.headers['user-agent']) } })
      request.actor = actorOf(request)
    },
    signOut: async () => {
      await request.session.regenerate()
      request.actor = guest
    },
  }
}
