/** Names of countries → their codes (ISO 3166-1), from the names that the runtime knows. */

let codes: ReadonlyMap<string, string> | undefined

/** `name`: in English, or a usual short form: "UK", "USA". Undefined if it is no country's name. */
export function countryCode(name: string): string | undefined {
  codes ??= namesOfCountries()
  const key = keyOf(name)
  return shortForms[key] ?? codes.get(key)
}

const shortForms: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  us: 'US',
  'united states of america': 'US',
  'the netherlands': 'NL',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'republic of korea': 'KR',
  korea: 'KR',
  'peoples republic of china': 'CN',
  'pr china': 'CN',
  'russian federation': 'RU',
  brasil: 'BR',
  deutschland: 'DE',
  españa: 'ES',
  méxico: 'MX',
  perú: 'PE',
  italia: 'IT',
  österreich: 'AT',
  schweiz: 'CH',
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const entries = letters.flatMap(first =>
    letters.flatMap((second): [string, string][] => {
      const code = `${first}${second}`
      const name = names.of(code)
      return name === undefined || unassigned.has(code) ? [] : [[keyOf(name), code]]
    }),
  )
  return new Map(entries)
}

/** Codes that the runtime names but ISO 3166 does not assign, or that it has withdrawn. */
const unassigned: ReadonlySet<string> = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
)

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[.’']/g, '').replace(/&/g, 'and').trim()
}
