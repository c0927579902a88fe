/** What a file says without people: the catalogue keeps offices, companies and function mailboxes, never a technical contact by name. */
import type { Contact, Contractor, Publiccode } from '../schema.ts'

/** Words that only organisations have in their names, in the languages of the files there are. */
const organisations =
  /\b(?:gmbh|ag|kg|ohg|ug|e\. ?v|e\. ?g|gbr|ltd|limited|llc|inc|plc|corp|b\.?v|n\.?v|s\.? ?p\.? ?a|s\.? ?r\.? ?l|s\.?a\.?s|s\.?a\.?r\.?l|oy|aps|a\/s|foundation|stiftung|verein|association|associazione|university|universit\w+|hochschule|institut\w*|institute|stadt|stadtverwaltung|city|gemeinde|kreis|kreisverwaltung|landkreis|landesbetrieb|freistaat|bundes(?:amt|anstalt|agentur|republik|druckerei|ministerium)|ministeri\w+|ministry|amt|\w+amt|\w+behörde|agency|agenzia|agence|comune|regione|provincia|commune|gemeente|kommune|council|consortium|konsortium|rechenzentrum|zweckverband|verbund|team|gruppe|group|community|maintainers?|project|projekt\w*|office|büro|support|helpdesk|contributors|authors|organi[sz]ation\w*|company|firma|software|systems?|solutions|services?|labs?|digital)\b/i
/** Mailboxes of a function (RFC 2142 and what offices call theirs). */
const functions = new Set('info kontakt contact contacts support help hilfe helpdesk service servicedesk office buero post poststelle mail team maintainer maintainers opensource oss foss opencode digital digitalisierung it edv webmaster hostmaster postmaster security abuse press presse projekt project projektbuero community admin hello hallo redaktion feedback publiccode software development dev dpo datenschutz'.split(' '))

export const isOrganisation = (name: string): boolean => organisations.test(name)
/** `opensource@…`, `info-team@…`: the first part says a function. */
export const isFunctionMailbox = (address: string): boolean => functions.has((address.toLowerCase().split('@')[0] ?? '').split(/[.+_-]/)[0] ?? '')

/** The same file without names of people, still valid by the standard. */
export function withoutPeople(publiccode: Publiccode): Publiccode {
  const { maintenance, legal, IT: _, ...rest } = publiccode
  const { mainCopyrightOwner, repoOwner, authorsFile: __, ...law } = legal
  const organisation = publiccode.organisation?.name
  const contacts = uniqueBy((maintenance.contacts ?? []).map((contact) => office(contact, organisation ?? publiccode.name)))
  const contractors = maintenance.contractors?.map(company)
  return {
    ...rest,
    legal: { ...law, ...(mainCopyrightOwner && isOrganisation(mainCopyrightOwner) && { mainCopyrightOwner }), ...(repoOwner && isOrganisation(repoOwner) && { repoOwner }) },
    maintenance: { type: maintenance.type, ...(contractors && { contractors }), ...(contacts.length > 0 && { contacts }) },
  }
}

function office({ name, email, affiliation }: Contact, otherwise: string): Contact {
  const of = affiliation ?? (isOrganisation(name) ? name : otherwise)
  return { name: of, ...(email && isFunctionMailbox(email) && { email }) }
}

function company({ name, email, website, until }: Contractor): Contractor {
  const site = website && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : undefined
  return { name: isOrganisation(name) ? name : (site ?? '–'), ...(email && isFunctionMailbox(email) && { email }), ...(website && { website }), until }
}

const uniqueBy = (contacts: readonly Contact[]): Contact[] => [...new Map(contacts.map((contact) => [`${contact.name} ${contact.email ?? ''}`, contact])).values()]
