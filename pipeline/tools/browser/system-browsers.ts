/**
 * Where Chrome, Edge and Chromium are on a machine, by the conventions of their installers. Pure: the machine
 * is given.
 */
import { posix, win32 } from 'node:path'

/** What the search for a browser depends on. */
export interface Machine {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The user's folder. */
  readonly home: string
}

export interface SystemBrowser {
  readonly name: 'Chrome' | 'Edge' | 'Chromium'
  /** Absolute path of the program. */
  readonly path: string
}

/** All places where a browser of the system may be, the best first. */
export function systemBrowserPlaces(machine: Machine): readonly SystemBrowser[] {
  if (machine.platform === 'win32') return windowsPlaces(machine)
  return machine.platform === 'darwin' ? macPlaces(machine) : unixPlaces(machine)
}

const windowsPrograms = [
  ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
] as const

function windowsPlaces({ environment, home }: Machine): readonly SystemBrowser[] {
  const folders = [
    environmentValue(environment, 'PROGRAMFILES') ?? 'C:\\Program Files',
    environmentValue(environment, 'ProgramW6432'),
    environmentValue(environment, 'ProgramFiles(x86)') ?? 'C:\\Program Files (x86)',
    environmentValue(environment, 'LOCALAPPDATA') ?? win32.join(home, 'AppData', 'Local'),
  ]
  const known = [...new Set(folders.filter(folder => folder !== undefined))]
  return windowsPrograms.flatMap(([name, program]) =>
    known.map(folder => ({ name, path: win32.join(folder, program) })),
  )
}

/** Windows does not distinguish capitals in the names of variables; a copy of its environment does. */
function environmentValue(environment: Machine['environment'], name: string): string | undefined {
  const key = Object.keys(environment).find(other => other.toUpperCase() === name.toUpperCase())
  return (key === undefined ? undefined : environment[key]) || undefined
}

const macPrograms = [
  ['Chrome', 'Google Chrome'],
  ['Edge', 'Microsoft Edge'],
  ['Chromium', 'Chromium'],
] as const

function macPlaces({ home }: Machine): readonly SystemBrowser[] {
  const folders = ['/Applications', posix.join(home, 'Applications')]
  return macPrograms.flatMap(([name, program]) =>
    folders.map(folder => ({ name, path: `${folder}/${program}.app/Contents/MacOS/${program}` })),
  )
}

const unixPrograms = [
  ['Chrome', ['google-chrome-stable', 'google-chrome'], ['/opt/google/chrome/chrome']],
  ['Chromium', ['chromium', 'chromium-browser'], ['/usr/lib/chromium/chromium']],
  ['Edge', ['microsoft-edge-stable', 'microsoft-edge'], ['/opt/microsoft/msedge/msedge']],
] as const

function unixPlaces({ environment }: Machine): readonly SystemBrowser[] {
  // A relative folder of PATH would lead to a program that depends on where the command is given.
  const folders = (environment.PATH ?? '').split(':').filter(folder => folder.startsWith('/'))
  const places = unixPrograms.flatMap(([name, commands, paths]) => {
    const onPath = commands.flatMap(command => folders.map(folder => posix.join(folder, command)))
    return [...onPath, ...paths].map(path => ({ name, path }))
  })
  // A snap sees neither the profile in /tmp nor hidden folders, so it comes last.
  const isSnap = ({ path }: SystemBrowser) => path.startsWith('/snap/')
  return [...places.filter(place => !isSnap(place)), ...places.filter(isSnap)]
}
