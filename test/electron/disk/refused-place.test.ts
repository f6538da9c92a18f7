import { describe, expect, it } from 'vitest'
import { refusedPlace } from '#node/disk/refused-place.ts'

const around = (given: Partial<Parameters<typeof refusedPlace>[1]> = {}) => ({
  env: {},
  namesIn: () => [],
  typeOf: () => null,
  ...given,
})

describe('a place where no live store may be', () => {
  it.each([
    ['/home/awa/OneDrive - UCLG/Rapporteur', 'OneDrive'],
    ['/home/awa/Dropbox/Rapporteur', 'Dropbox'],
    ['/Users/awa/Library/CloudStorage/GoogleDrive-awa@uclg.org/Rapporteur', 'Google Drive'],
    ['/Users/awa/Library/Mobile Documents/com~apple~CloudDocs/Rapporteur', 'iCloud Drive'],
    ['/home/awa/Nextcloud/Rapporteur', 'Nextcloud'],
  ])('is %s, which %s watches', (folder, service) => {
    expect(refusedPlace(folder, around())).toEqual({ type: 'SyncedFolder', service })
  })

  it('is what OneDrive says it watches, whatever its name', () => {
    const env = { OneDriveCommercial: '/home/awa/Ville' }
    expect(refusedPlace('/home/awa/Ville/Rapporteur', around({ env }))).toMatchObject({ service: 'OneDrive' })
    expect(refusedPlace('/home/awa/Villeneuve', around({ env }))).toBeNull()
  })

  it('is below a folder where a service has left its trace', () => {
    const namesIn = (folder: string): string[] => (folder === '/home/awa/Partage' ? ['.stfolder'] : [])
    expect(refusedPlace('/home/awa/Partage/a/b', around({ namesIn }))).toMatchObject({ service: 'Syncthing' })
  })

  it('is a file system of the network', () => {
    for (const type of [0x6969, 0xff534d42, 0xfe534d42]) {
      expect(refusedPlace('/mnt/serveur', around({ typeOf: () => type }))).toEqual({ type: 'NetworkFolder' })
    }
  })

  it('is no folder of this computer alone, also one whose name only resembles', () => {
    expect(refusedPlace('/home/awa/.config/Rapporteur', around({ typeOf: () => 0xef53 }))).toBeNull()
    expect(refusedPlace('/home/awa/Boxes/MyOneDriveNotes', around())).toBeNull()
    // Where Dropbox keeps its settings says nothing of the folder it watches.
    const namesIn = (folder: string): string[] => (folder === '/home/awa' ? ['.dropbox'] : [])
    expect(refusedPlace('/home/awa/.config/Rapporteur', around({ namesIn }))).toBeNull()
  })
})
