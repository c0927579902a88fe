/** What CKAN 2.11 answers, key for key (ckan/logic/schema.py, lib/dictization): clients rely on every key being there. */

export type CkanTag = { readonly display_name: string; readonly id: string; readonly name: string; readonly state: 'active'; readonly vocabulary_id: null }
export type CkanExtra = { readonly key: string; readonly value: string }

export type CkanGroup = {
  readonly description: string; readonly display_name: string; readonly id: string; readonly image_display_url: string
  readonly name: string; readonly title: string
}

export type CkanOrganization = {
  readonly id: string; readonly name: string; readonly title: string; readonly type: 'organization'; readonly description: string
  readonly image_url: string; readonly created: string; readonly is_organization: true; readonly approval_status: 'approved'; readonly state: 'active'
}

export type CkanResource = {
  readonly cache_last_updated: null; readonly cache_url: null; readonly created: string; readonly datastore_active: boolean
  readonly description: string; readonly format: string; readonly hash: string; readonly id: string; readonly last_modified: string | null
  readonly metadata_modified: string; readonly mimetype: string | null; readonly mimetype_inner: null; readonly name: string
  readonly package_id: string; readonly position: number; readonly resource_type: string | null; readonly size: number | null
  readonly state: 'active'; readonly url: string; readonly url_type: string | null
  /** Keys of ckanext-dcat and ckanext-dcatde, only where they say something. */
  readonly access_url?: string; readonly download_url?: string; readonly license?: string; readonly licenseAttributionByText?: string
  readonly availability?: string; readonly status?: string; readonly rights?: string; readonly language?: string; readonly conforms_to?: string
  readonly documentation?: string; readonly issued?: string; readonly modified?: string; readonly hash_algorithm?: string; readonly uri?: string
}

export type CkanPackage = {
  readonly author: string | null; readonly author_email: string | null; readonly creator_user_id: string; readonly id: string; readonly isopen: boolean
  readonly license_id: string | null; readonly license_title: string | null; readonly license_url?: string; readonly maintainer: string | null
  readonly maintainer_email: string | null; readonly metadata_created: string; readonly metadata_modified: string; readonly name: string
  readonly notes: string; readonly num_resources: number; readonly num_tags: number; readonly organization: CkanOrganization | null
  readonly owner_org: string | null; readonly private: boolean; readonly state: 'active' | 'draft' | 'deleted'; readonly title: string
  readonly type: 'dataset'; readonly url: string; readonly version: string | null; readonly extras: readonly CkanExtra[]
  readonly groups: readonly CkanGroup[]; readonly resources: readonly CkanResource[]; readonly tags: readonly CkanTag[]
  readonly relationships_as_object: readonly []; readonly relationships_as_subject: readonly []
}

export type CkanLicense = {
  readonly id: string; readonly title: string; readonly url: string; readonly status: 'active'; readonly maintainer: string; readonly family: string
  readonly is_generic: boolean; readonly od_conformance: string; readonly osd_conformance: string; readonly domain_content: boolean
  readonly domain_data: boolean; readonly domain_software: boolean
}
