import { join } from 'node:path'

/** Where a consultation's store is: its folder, and the second place for copies of what is settled. */
export interface StorePlace {
  readonly folder: string
  readonly copies: string
  readonly consultation: string
}

export const storesFolder = (dataFolder: string): string => join(dataFolder, 'consultations')

export const storePlace = (dataFolder: string, consultation: string): StorePlace => ({
  folder: join(storesFolder(dataFolder), consultation),
  copies: join(dataFolder, 'copies', consultation),
  consultation,
})

/** Whether a name is what a replacement of a segment or a snapshot has left when it was cut short. Others write here too. */
export const isHalfSettled = (name: string): boolean => /^\..*(?:journal|snapshot)-.*\.part$/.test(name)
