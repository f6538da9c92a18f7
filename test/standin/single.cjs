'use strict'
// One program per data folder. The second one leaves a message in the folder for the first, and is told no.
const { randomUUID } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const codec = require('./codec.cjs')()

module.exports = function singleInstance(app) {
  const folder = () => path.join(app.getPath('userData'), 'standin-instance')
  const lock = () => path.join(folder(), 'pid')
  let isHeld = false

  const take = () => {
    try {
      fs.writeFileSync(lock(), String(process.pid), { flag: 'wx' })
      return true
    } catch {
      return false
    }
  }
  const release = () => {
    if (isHeld) fs.rmSync(lock(), { force: true })
    isHeld = false
  }
  const leaveMessage = (data) => {
    const file = path.join(folder(), randomUUID())
    fs.writeFileSync(`${file}.part`, codec.stringify([process.argv, process.cwd(), data]))
    fs.renameSync(`${file}.part`, `${file}.message`)
  }
  const readMessages = () => {
    // The folder itself may go away under a program that is still closing.
    if (!fs.existsSync(folder())) return
    for (const name of fs.readdirSync(folder()).filter((name) => name.endsWith('.message'))) {
      const file = path.join(folder(), name)
      const message = codec.parse(fs.readFileSync(file, 'utf8'))
      fs.rmSync(file)
      void app.whenReady().then(() => app.emit('second-instance', {}, ...message))
    }
  }
  process.on('exit', release)

  return {
    requestSingleInstanceLock(data) {
      if (isHeld) return true
      fs.mkdirSync(folder(), { recursive: true })
      isHeld = take()
      if (!isHeld && !isAlive(Number(fs.readFileSync(lock(), 'utf8')))) {
        // Left by a program that crashed.
        fs.rmSync(lock(), { force: true })
        isHeld = take()
      }
      if (isHeld) fs.watch(folder(), readMessages).unref()
      else leaveMessage(data)
      return isHeld
    },
    hasSingleInstanceLock: () => isHeld,
    releaseSingleInstanceLock: release,
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
