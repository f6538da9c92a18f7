'use strict'
// What the parts of the stand-in know in common.
module.exports = {
  /** Folder of the program, its main module and the arguments it was started with. */
  root: process.cwd(),
  main: '',
  args: [],
  /** The conversation with Chromium, once it is there. */
  cdp: undefined,
  /** Windows that are open, oldest first. */
  windows: [],
  /** The window Chromium opens by itself when there is a display, until it is used. */
  spare: undefined,
}
