import { Home, Keyboard, Moon, Search, Sun } from 'lucide-react'
import type { Command } from './command.ts'

export const palette: Command = {
  group: 'app',
  keys: ['Mod+K'],
  icon: Search,
  whileTyping: true,
  run({ open }) {
    open('palette')
    return true
  },
}
export const keys: Command = {
  group: 'app',
  keys: ['?'],
  icon: Keyboard,
  run({ open }) {
    open('keys')
    return true
  },
}
export const home: Command = {
  group: 'app',
  icon: Home,
  run({ app }) {
    app.go('/')
    return true
  },
}
const appearance = (theme: 'light' | 'dark', icon: NonNullable<Command['icon']>): Command => ({
  group: 'app',
  icon,
  run({ app }) {
    app.chooseTheme(theme)
    return true
  },
})
export const light = appearance('light', Sun)
export const dark = appearance('dark', Moon)
