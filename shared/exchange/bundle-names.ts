/** Names under which a file of contributions travels; some mail systems add `.zip`. */
export const isBundleName = (name: string): boolean => /\.rapx(\.zip)?$/i.test(name)

/**
 * Whether a name found in a folder is a file of contributions that someone put there. Hidden files, and what an office
 * suite, a Mac or a synchroniser leaves beside a file, only look like one.
 */
export const isArrivedName = (name: string): boolean => isBundleName(name) && !/^(?:[.~]|_\$)/.test(name)
