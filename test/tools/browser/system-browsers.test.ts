/** The places of browsers on Windows, macOS and Linux. */
import { posix, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemBrowserPlaces } from '../../../pipeline/tools/browser/system-browsers.ts'

const places = (
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string>>,
  home = '/home/ann',
) => systemBrowserPlaces({ platform, environment, home }).map(({ name, path }) => `${name} ${path}`)

describe('on Windows', () => {
  const environment = {
    ProgramFiles: 'D:\\Programs',
    'PROGRAMFILES(X86)': 'D:\\Programs (x86)',
    LocalAppData: 'C:\\Users\\Ann Lee\\AppData\\Local',
  }

  it('Chrome comes before Edge, programs of all before those of the user', () => {
    expect(places('win32', environment)).toEqual([
      'Chrome D:\\Programs\\Google\\Chrome\\Application\\chrome.exe',
      'Chrome D:\\Programs (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'Chrome C:\\Users\\Ann Lee\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'Edge D:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
      'Edge D:\\Programs (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'Edge C:\\Users\\Ann Lee\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium D:\\Programs\\Chromium\\Application\\chrome.exe',
      'Chromium D:\\Programs (x86)\\Chromium\\Application\\chrome.exe',
      'Chromium C:\\Users\\Ann Lee\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ])
  })

  it('an environment without variables has the usual folders', () => {
    const found = places('win32', {}, 'C:\\Users\\ann')
    expect(found).toContain('Edge C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(found).toContain('Chrome C:\\Users\\ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')
    const paths = systemBrowserPlaces({ platform: 'win32', environment: {}, home: 'C:\\Users\\ann' })
    expect(paths.every(({ path }) => win32.isAbsolute(path) && !path.includes('/'))).toBe(true)
  })
})

it('on macOS they are in /Applications, then in that of the user', () => {
  expect(places('darwin', {}, '/Users/ann').slice(0, 3)).toEqual([
    'Chrome /Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chrome /Users/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'Edge /Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ])
})

describe('on Linux', () => {
  it('they are in the folders of PATH and those of their installers; a snap comes last', () => {
    const found = places('linux', { PATH: '/snap/bin:/usr/bin' })
    expect(found.slice(0, 4)).toEqual([
      'Chrome /usr/bin/google-chrome-stable',
      'Chrome /usr/bin/google-chrome',
      'Chrome /opt/google/chrome/chrome',
      'Chromium /usr/bin/chromium',
    ])
    expect(found.at(-1)).toBe('Edge /snap/bin/microsoft-edge')
  })

  it('relative folders of PATH are not searched', () => {
    const found = systemBrowserPlaces({ platform: 'linux', environment: { PATH: '.::bin' }, home: '/' })
    expect(found.every(({ path }) => posix.isAbsolute(path))).toBe(true)
  })
})
