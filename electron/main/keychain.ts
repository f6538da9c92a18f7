import { safeStorage } from 'electron'
import type { Keychain } from '#node/ports.ts'

/** The keyring of the person's session. On Linux without one, what Electron falls back to protects nothing: refused. */
export const keychain: Keychain = {
  async isAvailable() {
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
    return safeStorage.isAsyncEncryptionAvailable()
  },
  lock: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
  async open(locked) {
    try {
      return (await safeStorage.decryptStringAsync(Buffer.from(locked, 'base64'))).result
    } catch {
      // Another session, another keyring: the passphrase opens all the same.
      return null
    }
  },
}
