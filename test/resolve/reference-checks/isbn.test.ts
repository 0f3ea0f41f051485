/** The check digits of ISBNs. */
import { isIsbn } from '../../../pipeline/resolve/reference-checks/isbn.ts'
import { itChecksDigits } from './check-digits.ts'

itChecksDigits(isIsbn, ['0-8044-2957-X', '080442957x', '978-3-16-148410-0', '0306406152'])
