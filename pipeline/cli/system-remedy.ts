/** What the user can do about an error of the system, by its code. */

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room on the disk.',
  EDQUOT: 'Make room: the files of this user may not take more.',
  EROFS: 'The disk can only be read. Name a folder of another one, for example by --output.',
  EACCES: 'Give yourself the right to write there, or name another folder, for example by --output.',
  EPERM: 'Close the file in other programs, or name another folder, for example by --output.',
  EBUSY: 'Close the file in other programs.',
  EEXIST: 'A file is in the place of a folder. Move it away, or name another folder by --output.',
  ENOTDIR: 'A file is in the place of a folder. Move it away, or name another folder by --output.',
  ENAMETOOLONG: 'Give the files a shorter name by --name, or name a folder with a shorter path by --output.',
  ENOENT: 'Make the folder that is missing; TMPDIR names the folder for temporary files.',
}

export function systemRemedy(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return Object.hasOwn(remedies, code)
    ? (remedies[code] ?? '')
    : 'Look at the rights of the file or folder, and at the space on the disk.'
}
