'use strict'
// Menus as data: there is no menu bar here, and tests choose by `getMenuItemById(id).click()`.
const { app } = require('./app.cjs')
const { BrowserWindow } = require('./browser-window.cjs')

class MenuItem {
  constructor(options) {
    const { role = '', submenu, click } = options
    Object.assign(this, { label: role, enabled: true, visible: true, type: submenu ? 'submenu' : 'normal' }, options)
    if (submenu) this.submenu = Menu.buildFromTemplate(submenu)
    this.click = (event = {}, window = BrowserWindow.getFocusedWindow()) => {
      if (click) click(this, window, event)
      else if (role === 'quit') app.quit()
    }
  }
}

class Menu {
  static #current = null
  items = []

  static buildFromTemplate(template) {
    const menu = new Menu()
    menu.items = template.map((options) => new MenuItem(options))
    return menu
  }
  static setApplicationMenu(menu) {
    Menu.#current = menu
  }
  static getApplicationMenu() {
    return Menu.#current
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

module.exports = { Menu, MenuItem }
