/** Invalid PMIDs, PMCIDs and arXiv identifiers. */
import { identifierOf } from '../../values/identifiers.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

const forms = [
  { variable: 'PMID', prefix: 'pmid', name: 'PMID', example: '30718888' },
  { variable: 'PMCID', prefix: 'pmcid', name: 'PMCID', example: 'PMC6103790' },
] as const

export const checkOtherIdentifiers: ReferenceCheck = ({ works }) =>
  works.flatMap(item => {
    const wrong = forms.flatMap(({ variable, prefix, name, example }): Finding[] => {
      const value = variableText(item, variable)
      const isValid =
        value === '' || identifierOf(`${prefix}:${value.replace(/^PMC?ID:\s*/i, '')}`) !== undefined
      return isValid ? [] : [finding({ key: item.id, variable, name, value, example })]
    })
    const [, arxiv] =
      /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/([^?#]+?)(?:\.pdf)?\/?(?:[?#].*)?$/i.exec(
        variableText(item, 'URL'),
      ) ?? []
    const isArxiv = arxiv === undefined || identifierOf(`arxiv:${arxiv}`) !== undefined
    if (isArxiv) return wrong
    const name = 'arXiv identifier'
    return [...wrong, finding({ key: item.id, variable: 'URL', name, value: arxiv, example: '1407.3561' })]
  })

interface InvalidIdentifier {
  readonly key: string
  readonly variable: string
  readonly name: string
  readonly value: string
  readonly example: string
}

function finding({ key, variable, name, value, example }: InvalidIdentifier): Finding {
  return {
    rule: 'identifier-invalid',
    key,
    variable,
    reason: `Unexpected ${name} \`${value}\` of \`${key}\`, expected a form such as ${example}`,
    note: 'Links that are made from it lead nowhere.',
  }
}
