import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import type { ProtectionDamaged, WrongSecret } from '#shared/contract/protection-calls.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { sealedLayer, type SealedPlace } from '../disk/sealed-layer.ts'
import { doneJob, type JobName, type Jobs } from '../jobs.ts'
import type { Ports, RunJob } from '../ports.ts'
import { takeLock } from '../store/lock.ts'
import { storePlace } from '../store/store-place.ts'
import { conversionFolder, convertStore, finishConversion, halfConverted, type Into } from './convert-store.ts'
import { isKeyOf, readProtection, writeProtection, type Protection } from './protection-file.ts'
import { Remembered } from './remembered.ts'
import { tidyRecoveryKey, type NewProtection } from './wrap-key.ts'

/** The keys of protected stores while they are open, and the disk as it is read with them. */
export class KeyRing {
  /** The disk on which what is unlocked reads as if it lay in clear. */
  readonly layer: FileLayer
  /** Jobs get the keys of what is unlocked. */
  readonly runJob: RunJob
  readonly remembered: Remembered
  readonly #ports: Ports
  readonly #disk: FileLayer
  readonly #keys = new Map<string, Uint8Array>()
  #pending: NewProtection | null = null

  private constructor(ports: Ports, disk: FileLayer) {
    this.#ports = ports
    this.#disk = disk
    this.layer = sealedLayer(disk, () => this.#sealed())
    this.runJob = (job, onProgress) => ports.runJob({ ...job, sealed: this.#sealed() }, onProgress)
    this.remembered = new Remembered(ports.dataFolder, disk, ports.keychain ?? null)
  }

  /** Also finishes what a stop in the middle of a protection left. */
  static async open(ports: Ports, disk: FileLayer): Promise<KeyRing> {
    const ring = new KeyRing(ports, disk)
    // A folder that cannot be listed keeps nobody from starting: the rest of the program will say so.
    for (const consultation of await halfConverted(ports.dataFolder, disk).catch(() => [])) {
      // Another program may be in the middle of it; and what cannot be put right now will be another time.
      await ring.#alone(consultation, () => finishConversion(ports.dataFolder, consultation, disk)).catch(() => {})
    }
    return ring
  }

  async isProtected(consultation: string): Promise<boolean> {
    return this.#keys.has(consultation) || (await this.#protectionOf(consultation)) !== null
  }

  /** Whether nothing of a consultation can be read now. */
  async isLocked(consultation: string): Promise<boolean> {
    return !this.#keys.has(consultation) && (await this.isProtected(consultation))
  }

  /** As `isLocked`, after trying the key that the person's session remembers. */
  async staysLocked(consultation: string): Promise<boolean> {
    if (!(await this.isLocked(consultation))) return false
    const protection = await this.#protectionOf(consultation)
    const key = await this.remembered.keyOf(consultation)
    if (key === null || protection === null || protection === 'damaged' || !isKeyOf(protection, key)) return true
    this.#keys.set(consultation, key)
    return false
  }

  async unlock(
    consultation: string,
    secret: string,
    remember: boolean,
  ): Promise<Result<null, WrongSecret | ProtectionDamaged>> {
    const opened = await this.#open(consultation, secret)
    if (!opened.ok) return opened
    this.#keys.set(consultation, opened.value.key)
    // That the keyring refuses keeps nobody out.
    if (remember) await this.remembered.keep(consultation, opened.value.key).catch(() => {})
    return ok(null)
  }

  /** Keys of others are forgotten: what is closed is locked. */
  keepOnly(consultation: string): void {
    for (const other of this.#keys.keys()) if (other !== consultation) this.#keys.delete(other)
  }

  /** Makes a key and gives the recovery key to be shown; nothing is protected until it has come back. */
  async begin(passphrase: string): Promise<string> {
    this.#pending = await this.#job('protection.wrap', { key: this.#ports.randomBytes(32), passphrase })
    return this.#pending.recoveryKey
  }

  /** Whether this is the recovery key that was shown. */
  isBegunWith(recoveryKey: string): boolean {
    return this.#pending !== null && tidyRecoveryKey(recoveryKey) === this.#pending.recoveryKey
  }

  /** Seals a closed store with the key that was begun. */
  async turnOn(consultation: string): Promise<Result<null, NotSaved>> {
    if (this.#pending === null) throw new Error('No protection was begun')
    const { protection, key } = this.#pending
    const turned = await this.#convert(consultation, { protection, key })
    if (!turned.ok) return turned
    this.#keys.set(consultation, key)
    this.#pending = null
    return turned
  }

  /** Whether this is the passphrase or the recovery key. */
  async proves(consultation: string, secret: string): Promise<Result<null, WrongSecret | ProtectionDamaged>> {
    const opened = await this.#open(consultation, secret)
    return opened.ok ? ok(null) : opened
  }

  /** Puts a closed and unlocked store back in clear. */
  async turnOff(consultation: string): Promise<Result<null, NotSaved>> {
    const turned = await this.#convert(consultation, 'clear')
    if (!turned.ok) return turned
    this.#keys.delete(consultation)
    await this.remembered.forget(consultation).catch(() => {})
    return turned
  }

  /** Wraps the same key in another passphrase: no other file is touched. */
  async change(
    consultation: string,
    secret: string,
    passphrase: string,
  ): Promise<Result<null, NotSaved | WrongSecret | ProtectionDamaged>> {
    const opened = await this.#open(consultation, secret)
    if (!opened.ok) return opened
    const protection = await this.#job('protection.rewrap', { ...opened.value, passphrase })
    try {
      await writeProtection(storePlace(this.#ports.dataFolder, consultation), protection, this.#disk)
      return ok(null)
    } catch (error) {
      return fail({ type: 'NotSaved', code: codeOf(error) })
    }
  }

  #sealed(): readonly SealedPlace[] {
    return [...this.#keys].map(([consultation, key]) => {
      const { folder, copies } = storePlace(this.#ports.dataFolder, consultation)
      return { folders: [folder, copies], key }
    })
  }

  #protectionOf(consultation: string): Promise<Protection | 'damaged' | null> {
    return readProtection(storePlace(this.#ports.dataFolder, consultation), this.#disk)
  }

  async #open(
    consultation: string,
    secret: string,
  ): Promise<Result<{ protection: Protection; key: Uint8Array }, WrongSecret | ProtectionDamaged>> {
    const protection = await this.#protectionOf(consultation)
    if (protection === null || protection === 'damaged') return fail({ type: 'ProtectionDamaged' })
    const key = await this.#job('protection.unwrap', { protection, secret })
    return key === null ? fail({ type: 'WrongSecret' }) : ok({ protection, key })
  }

  /** With the lock of the store, so that no other program writes what would be left behind. */
  async #convert(consultation: string, into: Into): Promise<Result<null, NotSaved>> {
    const { dataFolder, self, clock } = this.#ports
    try {
      const { folder } = storePlace(dataFolder, consultation)
      const taken = await takeLock(folder, self, clock(), this.#disk)
      if (!('held' in taken)) return fail({ type: 'NotSaved', code: 'EBUSY' })
      await this.#alone(consultation, () => this.#convertOrFinish(consultation, into))
      return ok(null)
    } catch (error) {
      return fail({ type: 'NotSaved', code: codeOf(error) })
    }
  }

  async #convertOrFinish(consultation: string, into: Into): Promise<void> {
    const { dataFolder } = this.#ports
    try {
      await convertStore(dataFolder, consultation, into, { layer: this.layer, disk: this.#disk })
    } catch (error) {
      await finishConversion(dataFolder, consultation, this.#disk)
      // Past a certain point it has only to be carried on.
      const isSealed = (await this.#protectionOf(consultation)) !== null
      if (isSealed !== (into !== 'clear')) throw error
    }
  }

  /** One conversion of a consultation at a time, whatever the program. */
  async #alone(consultation: string, work: () => Promise<void>): Promise<void> {
    const { dataFolder, self, clock } = this.#ports
    const folder = conversionFolder(dataFolder, consultation)
    await this.#disk.makeFolder(folder)
    const taken = await takeLock(folder, self, clock(), this.#disk)
    if (!('held' in taken)) throw Object.assign(new Error('Another program is at it'), { code: 'EBUSY' })
    try {
      await work()
    } finally {
      await taken.held.release().catch(() => {})
    }
  }

  /** Two seconds of a processor, that are not this process's. */
  #job<N extends JobName>(name: N, input: Jobs[N]['input']): Promise<Jobs[N]['output']> {
    return doneJob(this.#ports.runJob, name, input)
  }
}
