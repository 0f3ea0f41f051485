/** The keys of authors and of affiliations: for each field of the schema, all spellings in kebab case. */

type Table = Readonly<Record<string, string>>

const authors: Table = {
  id: 'id',
  name: 'name',
  'name.given': 'given-names given first firstname first-name forename given-name givenname fname',
  'name.middle': 'middle middle-name middlename',
  'name.family': 'surname family last lastname last-name family-name familyname lname',
  'name.particle': 'particle non-dropping-particle',
  'name.dropping-particle': 'dropping-particle',
  'name.suffix': 'suffix',
  'name.literal': 'literal full-name fullname displayname display-name',
  prefix: 'prefix title honorific salutation',
  degrees: 'degrees degree qualifications',
  position: 'position job-title',
  affiliations:
    'affiliations affiliation institute institutes institutions affil affils aff alsoaff num number organization organisation mark inst',
  institution: 'institution',
  department: 'department dept division laboratory',
  location: 'location',
  street: 'street',
  city: 'city',
  region: 'state region province',
  'postal-code': 'zip postcode postal-code zipcode',
  country: 'country',
  ror: 'ror',
  address: 'address',
  corresponding:
    'corresponding correspondence corresponding-author correspondingauthor corresp is-corresponding cor-id correspondent cor',
  equal:
    'equal equal-contrib contributed-equally equal-contributor equal-contribution equal-contributors equally-contributed equal-contributions co-first-author cofirst co-first joint-first co-first-authors',
  deceased: 'deceased is-deceased dead',
  group: 'group collaboration collective collab is-group',
  email: 'email e-mail mail',
  phone: 'phone tel telephone',
  url: 'url website homepage web site',
  orcid: 'orcid orcid-id orcidid',
  roles: 'roles role credit contributions contribution contributor-roles contributor-role',
  notes:
    'notes note thanks footnote footnotes altaff current-address present-address author-note comment equal-contribution-note',
  biography: 'biography bio',
  photo: 'photo photograph portrait avatar picture image',
  funders: 'funders funder funding grants grant',
}

const affiliations: Table = {
  id: 'id index number num code mark shortname short-name label key',
  name: 'name full-name fullname',
  group: 'group',
  department: 'department dept division orgdiv unit laboratory lab faculty info.orgdiv',
  institution: 'institution organization organisation org university institute orgname info.orgname company',
  address:
    'address street addressline address-line street-address location address.street address.addressline address.address',
  city: 'city town locality address.city',
  region: 'region state province county address.state address.region address.province',
  'postal-code':
    'postal-code postcode zip zipcode zip-code postal address.postcode address.postal-code address.zip address.zipcode',
  country: 'country address.country',
  ror: 'ror ror-id',
  isni: 'isni',
  ringgold: 'ringgold',
  doi: 'doi',
  url: 'url website homepage',
  email: 'email e-mail',
  phone: 'phone tel telephone',
  note: 'note other info.note',
}

export const authorKeys = byKey(authors)
export const affiliationKeys = byKey(affiliations)

function byKey(table: Table): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([path, keys]) =>
      keys.split(' ').map((key): [string, string] => [key, path]),
    ),
  )
}
