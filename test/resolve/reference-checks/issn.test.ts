/** The check digits of ISSNs. */
import { isIssn } from '../../../pipeline/resolve/reference-checks/issn.ts'
import { itChecksDigits } from './check-digits.ts'

itChecksDigits(isIssn, ['0317-8471', '2049-3630', '03178471', '2434-561X'])
