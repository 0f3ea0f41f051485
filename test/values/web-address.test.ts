/** Web and e-mail addresses. */
import { describe, expect, it } from 'vitest'
import { isEmail, isWebAddress, mailtoAddress, webAddress } from '../../pipeline/values/web-address.ts'

it.each([
  ['doi:10.1000/x', 'https://doi.org/10.1000/x'],
  ['dx.doi.org/10.1000/x', 'https://doi.org/10.1000/x'],
  [' www.example.org ', 'https://www.example.org'],
  ['https://example.org', 'https://example.org'],
  ['www. is a prefix', 'www. is a prefix'],
])('%j → %s', (written, address) => {
  expect(webAddress(written)).toBe(address)
})

it.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['http://:80', false],
  ['https:example.org', false],
  ['ftp://example.org', false],
  ['example.org', false],
])('%s is a web address: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected)
})

describe('an e-mail address', () => {
  it.each([
    ['jane@example.org', true],
    ['jane.o+x@example.org', true],
    ['jane', false],
    ['jane doe@example.org', false],
    ['jane@example.org&bcc=x', false],
    ['jöns@exämple.org', true],
    ['jane@example.org?bcc=x', false],
    ['a@b@example.org', false],
    ['jane@example.org\u200B', false],
  ])('%j: %s', (text, expected) => {
    expect(isEmail(text)).toBe(expected)
  })

  it.each([
    ['a+b/c@example.org', 'mailto:a%2Bb%2Fc@example.org'],
    ["o'neil+x@example.org", "mailto:o'neil%2Bx@example.org"],
    ['jöns@exämple.org', 'mailto:j%C3%B6ns@ex%C3%A4mple.org'],
  ])('is escaped in a link: %s', (text, address) => {
    expect(mailtoAddress(text)).toBe(address)
  })
})
