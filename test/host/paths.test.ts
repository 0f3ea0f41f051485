/** Paths of Windows have `/` inside the pipeline; `\` of authors is read there. */
import { describe, expect, it } from 'vitest'
import { pathsOf } from '../../pipeline/host/paths.ts'

describe('on Windows', () => {
  const paths = pathsOf('win32')

  it('paths are written with /', () => {
    expect(paths.join('C:/papers/one', '..', 'figures\\a.png')).toBe('C:/papers/figures/a.png')
    expect(paths.resolve('C:/papers/one', '.\\my-journal')).toBe('C:/papers/one/my-journal')
    expect(paths.resolve('C:/papers', 'D:\\journals\\mine')).toBe('D:/journals/mine')
    expect(paths.resolve('C:/papers', '\\\\server\\share\\mine')).toBe('//server/share/mine')
    expect(paths.relative('C:/papers', 'C:\\papers\\one\\a.md')).toBe('one/a.md')
    expect(paths.dirname('C:\\papers\\one.md')).toBe('C:/papers')
    expect(paths.dirname('C:/')).toBe('C:/')
    expect(paths.slashed('C:\\papers')).toBe('C:/papers')
  })

  it('a path is told from a name by its separator', () => {
    expect(['.\\mine', './mine', 'C:\\mine', 'mine'].map(paths.isPath)).toEqual([true, true, true, false])
    expect(['C:\\a', 'C:/a', '/a', 'a/b'].map(path => paths.isAbsolute(path))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

it('elsewhere a backslash is a letter', () => {
  const paths = pathsOf('linux')
  expect(paths.slashed('a\\b')).toBe('a\\b')
  expect(paths.isPath('a\\b')).toBe(false)
  expect(paths.join('/a', '..', 'b')).toBe('/b')
})
